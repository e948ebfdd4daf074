import type { Term } from '#promises';
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
  readonly acknowledge: PolicyTerm;
  readonly answer: PolicyTerm;
  readonly sourceDocument: string;
  readonly decidedBy: string;
}

export const submissionKinds = ['forslag', 'klagomal', 'berom', 'fraga'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** How long is given, and from which day it is counted. */
export interface PolicyTerm extends Term {
  readonly from: 'received' | 'acknowledged';
}
