import type { Case, Known } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';
import { outcomesWithoutAnswer, type Outcome } from './vocabulary.js';

/**
 * Ends the handling. Without an answer only where the outcome permits it; as referred only by `refer`, which says to whom; with a
 * remedy to come only if an action with a date is planned, so that it is followed up.
 */
export function close(closed: CaseFacts['CaseClosed'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      if (state.outcome === closed.outcome) return [];
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'in-triage':
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      requireFor(closed.outcome, state.known);
      return [{ type: 'CaseClosed', data: closed }];
  }
}

function requireFor(outcome: Outcome, { answered, actions }: Known): void {
  if (outcome === 'referred') throw new Refusal('referral-required');
  if (!answered && !outcomesWithoutAnswer.includes(outcome)) throw new Refusal('answer-required');
  if (outcome === 'remedy-planned' && actions.every(({ completed }) => completed)) throw new Refusal('action-required');
}
