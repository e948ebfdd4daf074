import type { Case, Known } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

export interface PromiseAnswer {
  /** Undefined if the policy counts no answer from the acknowledgement. */
  readonly promised: CaseFacts['PromiseMade'] | undefined;
}

/** Promises the answer whose term begins with the acknowledgement, once that has arrived. */
export function promiseAnswer({ promised }: PromiseAnswer, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      return [];
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
    case 'answered':
      return promised && mayStillPromise(state.known) ? [{ type: 'PromiseMade', data: promised }] : [];
  }
}

/** A date that was told stands, an answer that was given needs none, and what is still to be dated is promised its answer with that. */
export const mayStillPromise = ({ answered, answerDue, datedLater }: Pick<Known, 'answered' | 'answerDue' | 'datedLater'>): boolean =>
  !answered && answerDue === undefined && datedLater === undefined;
