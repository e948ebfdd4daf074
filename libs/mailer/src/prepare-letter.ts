import { shredded } from '#keys';
import { render, renderDigest, type DigestValues, type KnownNotice, type Rendered, type Values } from '#notices';
import { mailAddress } from './mail-address.js';
import type { MailerOptions } from './mailer-options.js';
import { wallClock } from './wall-clock.js';
import { rawMessage } from './raw-message.js';

/** To whom, and the bytes; or why there can be none. */
export type Prepared = { readonly to: string; readonly message: string } | { readonly code: 'shredded' | 'bad-address' | 'not-writable' };

/**
 * Opens what a notice says and writes the mail, or opens the mail that was written before.
 * @throws SealBroken, UnknownKey as `Keys.open` does
 */
export function prepareLetter(notice: KnownNotice, options: MailerOptions): Prepared {
  const { keys, ownAddresses } = options;
  const typed = keys.open(notice.to);
  const values = keys.open(notice.values);
  const written = notice.message === undefined ? undefined : keys.open(notice.message);
  if (typed === shredded || values === shredded || written === shredded) return { code: 'shredded' };
  const address = mailAddress(typed, ownAddresses);
  if ('fault' in address) return { code: 'bad-address' };
  const { to } = address;
  if (written !== undefined) return { to, message: written };
  try {
    return { to, message: write(notice, to, JSON.parse(values), options) };
  } catch {
    return { code: 'not-writable' }; // the error may quote what could not be written
  }
}

function write(notice: KnownNotice, to: string, values: unknown, options: MailerOptions): string {
  const { letterhead, now = wallClock } = options;
  const about = notice.kind === 'digest' ? {} : { reference: notice.reference };
  return rawMessage(
    { noticeId: notice.noticeId, to, rendered: inWords(notice, values, options), date: new Date(now()), ...about },
    letterhead,
  );
}

/** What was written into the log by whoever requested it. */
function inWords(notice: KnownNotice, values: unknown, { templates, links }: MailerOptions): Rendered {
  if (notice.kind === 'digest') return renderDigest(templates, values as DigestValues);
  const { kind, language } = notice;
  return render(templates, { kind, language, values: values as Values }, links(notice));
}
