import type { Validity } from './dated.js';

/** What is promised to those who submit, by whose decision. The version in force at receipt holds for the case. */
export interface Policy extends Validity {
  readonly code: string;
  readonly version: number;
  readonly nameSv: string;
  readonly nameEn: string;
  /** The administration it holds for; null for all that have none of their own. */
  readonly administrationCode: string | null;
  /** The kinds of submission it holds for; none named is all. */
  readonly kinds: readonly SubmissionKind[];
  readonly acknowledge: Term;
  readonly answer: Term;
  readonly sourceDocument: string;
  readonly decidedBy: string;
}

export const submissionKinds = ['forslag', 'klagomal', 'berom', 'fraga'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** A stretch of time: so many days after a date, which itself is not counted. */
export interface Term {
  /** 0 is at once. */
  readonly days: number;
  readonly unit: 'calendar-days' | 'working-days';
  readonly from: 'received' | 'acknowledged';
  /** Whether a last day that is not a working day moves to the next one. */
  readonly rollForward: boolean;
}
