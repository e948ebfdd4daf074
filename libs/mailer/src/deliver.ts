import { claimNotice, correlationOf, failNotice, holdBackNotice, isOpen, settleNotice, usualPatience } from '#notices';
import type { MailerOptions } from './mailer-options.js';
import { NoticeRecord } from './notice-record.js';
import { wallClock } from './wall-clock.js';
import type { DueNotice } from './due-notice.js';
import { prepareLetter } from './prepare-letter.js';
import type { SmtpSession } from './smtp-session.js';

/**
 * Claims a notice, hands it to the relay, and writes down what came of it. The append of the claim decides who sends.
 * @returns the last revision of the notice that is known of
 */
export async function deliver(due: DueNotice, session: SmtpSession, options: MailerOptions, signal: AbortSignal): Promise<number> {
  const { now = wallClock } = options;
  const record = await NoticeRecord.load(options.log, due.noticeId, now);
  const { state } = record;
  if (record.revision !== due.revision || !isOpen(state)) return record.revision;
  const { noticeId } = state.known;
  const correlationId = correlationOf(state.known);

  if (due.cap) {
    await record.write(holdBackNotice({ reason: due.cap, until: instantOf(due.until) }, state), correlationId, signal);
    return record.revision;
  }
  const letter = prepareLetter(state.known, options);
  if ('code' in letter) {
    await record.write(failNotice(letter.code, state), correlationId, signal);
    return record.revision;
  }

  // The message is sealed under a key of the notice's own, so that it can be destroyed while all else is kept.
  const keyedBy = state.known.message === undefined ? noticeId : correlationId;
  const claim = claimNotice({ node: options.node, start: options.start, at: now(), message: letter.message }, state);
  if (!(await record.write(claim, keyedBy, signal))) return record.revision;

  const from = options.envelopeFrom ?? options.letterhead.from.address;
  const attempt = await session.send({ from, to: letter.to }, Buffer.from(letter.message, 'latin1'));
  const ended = settleNotice(attempt, { at: now(), patience: options.patience ?? usualPatience }, record.state);
  await record.write(ended, correlationId, signal);
  return record.revision;
}

const instantOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
