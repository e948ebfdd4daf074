import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Someone has told the submitter, in a way of their own, that the synpunkt has come in. Once is enough. */
export function acknowledge(acknowledged: CaseFacts['CaseAcknowledged'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
    case 'answered':
      return state.known.acknowledged ? [] : [{ type: 'CaseAcknowledged', data: acknowledged }];
  }
}
