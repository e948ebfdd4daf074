/** Where the pages are, and whether they are being tried out. */
export abstract class Site {
  /** Absolute, without a slash at the end. */
  abstract readonly publicUrl: string;
  abstract readonly evaluation: boolean;
}
