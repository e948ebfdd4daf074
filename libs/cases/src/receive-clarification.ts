import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** The submitter has answered the questions; the case goes on where it was interrupted. */
export function receiveClarification(clarification: CaseFacts['ClarificationReceived'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'answered':
      throw new Refusal('clarification-not-asked');
    case 'awaiting-clarification':
      return [{ type: 'ClarificationReceived', data: clarification }];
  }
}
