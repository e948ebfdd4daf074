import MailComposer from 'nodemailer/lib/mail-composer';
import type { Rendered } from '#notices';

/** Whose mail it is, and where answers go. */
export interface Letterhead {
  readonly from: { readonly name: string; readonly address: string };
  /** An inbox that people read and register. */
  readonly replyTo: string;
}

export interface Letter {
  readonly noticeId: string;
  readonly reference: string;
  readonly to: string;
  readonly rendered: Rendered;
  readonly date: Date;
}

/**
 * The mail as it goes over the wire (RFC 5322), made once for all attempts. All mails of a case hang on one root that is made
 * from its reference, so that a mail program shows them together. No `Precedence`: RFC 3834 leaves it to `Auto-Submitted`.
 */
export async function rawMessage({ noticeId, reference, to, rendered, date }: Letter, { from, replyTo }: Letterhead): Promise<string> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const root = `<${reference.toLowerCase()}@${domain}>`;
  const { subject, text, html } = rendered;
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text,
    html,
    date,
    messageId: `<${noticeId}@${domain}>`,
    inReplyTo: root,
    references: root,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString('latin1');
}
