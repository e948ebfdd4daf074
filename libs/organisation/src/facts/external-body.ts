import type { Validity } from './dated.js';

/** Somebody outside the organisation who is responsible for what people nevertheless write to us about. */
export interface ExternalBody extends Validity {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** What it is responsible for, as told to the submitter. */
  readonly scopeSv: string;
  readonly phone: string | null;
  readonly url: string | null;
  /** Where the particulars were found. */
  readonly source: string;
}
