import { isInTriage, type Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Appoints the officer who handles the case. */
export function assign(assigned: CaseFacts['CaseAssigned'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'in-triage':
      throw new Refusal('case-in-triage');
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (isInTriage(state)) throw new Refusal('case-in-triage');
      return state.known.officer === assigned.officer ? [] : [{ type: 'CaseAssigned', data: assigned }];
  }
}
