import type { MailboxMessage } from './mailbox-message.js';

/** A mail that was taken, as bytes until somebody looks at it. */
export class KeptMail {
  private readonly at = new Date().toISOString();
  private parsed: Promise<MailboxMessage> | undefined;

  constructor(
    readonly id: number,
    private readonly raw: Buffer,
    private readonly to: readonly string[],
  ) {}

  opened(): Promise<MailboxMessage> {
    this.parsed ??= this.parse();
    return this.parsed;
  }

  private async parse(): Promise<MailboxMessage> {
    const { simpleParser } = await import('mailparser'); // a tenth of a start, in which nobody looks at mail
    const { id, at, to } = this;
    const mail = await simpleParser(this.raw, { skipImageLinks: true, skipTextToHtml: true, skipHtmlToText: true });
    const html = typeof mail.html === 'string' ? mail.html : '';
    const headers = mail.headerLines.map(({ key, line }) => ({
      name: line.slice(0, key.length),
      value: line.slice(key.length + 1).trim(),
    }));
    const { subject = '', text = '' } = mail;
    return { id, at, from: mail.from?.text ?? '', to, subject, text, html, headers, raw: this.raw.toString('latin1') };
  }
}
