/** Whom a mail speaks for, in one language and with the names as of now. The caller supplies one for each language. */
export interface Desk {
  /** The organisation, as in `Region Gotland`. */
  readonly organisation: string;
  /** The function that answers the phone, as in `Kundtjänst`. */
  readonly contactPoint: string;
  readonly phone: string;
  /** An inbox that people read and register. */
  readonly replyAddress: string;
  /** Where it says how personal data are treated. */
  readonly privacyUrl: string;
  /** The name of a board, or undefined if its very name tells something of the submitter. */
  board(code: string): string | undefined;
  /** Somebody outside the organisation and how to reach them, or undefined if the name tells something of the submitter. */
  externalBody(code: string): { readonly name: string; readonly contact: string } | undefined;
}
