import type { Case, Known } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';
import { outcomesWithoutAnswer, type Outcome } from './vocabulary.js';

/** Ends the handling. Without an answer only where the outcome permits it. */
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

function requireFor(outcome: Outcome, { answered }: Known): void {
  if (!answered && !outcomesWithoutAnswer.includes(outcome)) throw new Refusal('answer-required');
}
