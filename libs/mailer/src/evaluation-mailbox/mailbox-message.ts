/** A mail as the mailbox shows it. */
export interface MailboxMessage {
  readonly id: number;
  /** When it came, as ISO 8601. */
  readonly at: string;
  readonly from: string;
  /** To whom the relay was asked to deliver it. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Every header as it stands, in order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly raw: string;
}
