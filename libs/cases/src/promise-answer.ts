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

/** A date that was told stands, and an answer that was given needs none. */
export const mayStillPromise = ({ answered, answerDue }: Known): boolean => !answered && answerDue === undefined;
