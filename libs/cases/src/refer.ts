import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';
import { requireSecrecyBasis } from './secrecy-basis.js';

/** Somebody outside the organisation is responsible: the submitter is told who, and the case is closed as referred. */
export function refer(referred: CaseFacts['ReferredToExternalBody'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'in-triage':
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (referred.forwarded) requireSecrecyBasis(state.known, referred.secrecyBasis);
      return [
        { type: 'ReferredToExternalBody', data: referred },
        { type: 'CaseClosed', data: { outcome: 'referred' } },
      ];
  }
}
