import type { Validity } from './dated.js';

/** A sign in a submission that it is, or is also, something else than a submission: an appeal, a threat, a request for documents. */
export interface HandoverSignal extends Validity {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** What the staff do about it. */
  readonly actionSv: string;
  /** True if a person must look before anything is routed; false if the sign is only shown. */
  readonly stops: boolean;
  /** What is said to the submitter where the receipt is shown; null if nothing is. */
  readonly wordSv: string | null;
  readonly wordEn: string | null;
}
