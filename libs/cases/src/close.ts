import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';
import { outcomesWithoutAnswer } from './vocabulary.js';

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
      if (!outcomesWithoutAnswer.includes(closed.outcome)) throw new Refusal('answer-required');
      return [{ type: 'CaseClosed', data: closed }];
    case 'answered':
      return [{ type: 'CaseClosed', data: closed }];
  }
}
