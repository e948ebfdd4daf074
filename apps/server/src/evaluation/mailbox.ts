/** A mail as the mailbox of the evaluation keeps it. */
export interface KeptMail {
  readonly id: number;
  /** When it came, as ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Where the mails of an evaluation end up: nothing leaves the machine. */
export abstract class Mailbox {
  /** Newest first. */
  abstract messages(): Promise<readonly KeptMail[]>;
  abstract message(id: number): Promise<KeptMail | undefined>;
}
