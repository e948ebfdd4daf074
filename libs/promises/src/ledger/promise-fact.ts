import type { Term } from '../due-date.js';
import type { LocalDate } from '../calendar-day.js';

/** What a policy can promise; `review` is the second stage. */
export type PolicyPromise = 'acknowledgement' | 'answer' | 'review-acknowledgement' | 'review';

/** Everything that can be promised. A reply to questions is the submitter's to give; all else is the authority's. */
export type PromiseKind = PolicyPromise | 'delay-notice' | 'action' | 'clarification-reply';

/** What a date was counted from, and by which rule: enough to count it again. */
export interface Counted {
  readonly from: LocalDate;
  readonly term: Term;
  readonly policy: string;
  readonly policyVersion: number;
  readonly calendar: string;
}

/**
 * What happens to the promises of a case, in words of their own: views and reactions translate. A telling (`told`,
 * `told-besides`, `delay-notice-given`) is what the authority says; that it arrived is another fact, which names the telling by its event id.
 */
interface PromiseFacts {
  /** A date was told, counted by a policy that allows so many extensions, or any number. By what, an old record may not say. */
  promised: { what: PolicyPromise; due: LocalDate; counted?: Counted; extensionsAtMost?: number };
  told: { what: PolicyPromise };
  /** Something was told that no promise asked for, as a question: whoever gets it knows at least that their matter is here. */
  'told-besides': unknown;
  /** The answer, or the review, will be late. `latest` is as far as the policy allows. */
  'delay-notice-given': { of: 'answer' | 'review'; due: LocalDate; reasoned: boolean; latest?: LocalDate };
  /** The relay took a notice: it answers for it from now on. */
  'handed-over': { telling: string; notice: string };
  /** The relay will not take a notice, or it may not be sent. */
  undeliverable: { telling: string; notice: string };
  /** The relay had it, and it came back. */
  bounced: { notice: string };
  /** A person told it, and wrote down that they did; a letter counts when it is posted. */
  'told-otherwise': { telling: string; how: 'phone' | 'visit' | 'letter'; by: string };
  /** Whoever holds the receipt code can read it: how one who left no address is told. */
  'available-by-code': { telling: string };
  'clarification-asked': { replyBy: LocalDate };
  'clarification-received': unknown;
  'action-planned': { action: string; due: LocalDate };
  'action-completed': { action: string };
  /** What a date was counted by has been put right; `computed` is what it gives, `due` what is told. */
  corrected: { promise: string; cause: CorrectionCause; computed: LocalDate; due: LocalDate; counted: Counted };
  /** Nobody waits for it any more. */
  released: { what: PromiseKind; reason: string };
  /** @param withoutAnswer whether the outcome permits that no answer is given */
  closed: { outcome: string; withoutAnswer: boolean };
  reopened: unknown;
}

export type CorrectionCause = 'policy' | 'calendar' | 'receipt-date';

export type FactType = keyof PromiseFacts;
export type FactOf<Type extends FactType> = { readonly type: Type } & Stamp & Readonly<PromiseFacts[Type]>;
export type PromiseFact = { [Type in FactType]: FactOf<Type> }[FactType];

/** Where a fact comes from, and when it happened. */
interface Stamp {
  /** The event of the log that says so: the evidence. */
  readonly eventId: string;
  /** When it was recorded; ISO 8601, UTC. */
  readonly at: string;
  /** The local day on which it happened, which a person may write down some days later. */
  readonly on: LocalDate;
}
