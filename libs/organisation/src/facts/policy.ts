import type { Term } from '#promises';
import type { ComplaintLaw } from './category.js';
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
  /** The complaint procedures of special laws it holds for, as a category names them: care, school, digital accessibility; none named is all. */
  readonly complaintLaws: readonly ComplaintLaw[];
  /** Null where none is promised. */
  readonly acknowledge: PolicyTerm | null;
  /** Null where none is promised: praise may be acknowledged only. */
  readonly answer: PolicyTerm | null;
  /** How often and how far a delay notice may move the date of the answer; null where nobody has set a limit but that of all, a year ahead. */
  readonly extensions: Extensions | null;
  /** How long the submitter has to reply to questions, counted from the day they are asked; null where the officer sets the day. */
  readonly clarification: Term | null;
  /** What is promised to those who are not content with the answer; null where nothing is. */
  readonly secondStage: SecondStage | null;
  /** When those who handle the case are reminded: so many working days before the due date. */
  readonly reminders: readonly number[];
  /** When officer, manager and head of administration, in this order, are told of a missed promise: so many working days after the due date. */
  readonly escalations: readonly number[];
  readonly sourceDocument: string;
  readonly decidedBy: string;
}

export const submissionKinds = ['forslag', 'klagomal', 'berom', 'fraga'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** How long is given, and from which day it is counted. */
export interface PolicyTerm extends Term {
  readonly from: 'received' | 'acknowledged';
}

/** So many, each at most so long, in the unit of the term that is extended. */
export interface Extensions {
  readonly atMost: number;
  readonly count: number;
}

/** The terms of a review; `received` is the day on which it was asked for. */
export type SecondStage = Pick<Policy, 'acknowledge' | 'extensions'> & { readonly answer: PolicyTerm };
