import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Takes an answered or closed case up again, most often because the submitter is not content. */
export function reopen(reopened: CaseFacts['CaseReopened'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
      throw new Refusal('case-not-closed');
    case 'answered':
    case 'closed':
      return [{ type: 'CaseReopened', data: reopened }];
  }
}
