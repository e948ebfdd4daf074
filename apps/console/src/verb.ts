/** One thing the console can do; a verb's file exports these. */
export interface Verb {
  /** One word or several, as `routing evaluate`. */
  readonly name: string;
  /** One line for the table of verbs. */
  readonly summary: string;
  /** Shown with `--help`: how it is called, its options, an example. */
  readonly help: string;
  /**
   * Does it, given the arguments after the name. Resolves to the exit code: 0 done, 1 done and something is wrong.
   * @throws WrongUse if it was called wrongly
   * @throws CannotDo if it was called rightly and something is in the way
   */
  readonly run: (args: string[], print: Print) => Promise<number>;
}

export type Print = (text: string) => void;

/** Called wrongly; the message says how to call it instead. Exit code 2. */
export class WrongUse extends Error {}

/** Called rightly, but something is in the way, and the message says what. Exit code 1. */
export class CannotDo extends Error {}
