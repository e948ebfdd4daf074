import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Says what the case concerns; a later classification replaces the earlier one. */
export function classify(classified: CaseFacts['CaseClassified'], state: Case): CaseEvent[] {
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
      return isSame(classified, state.known.category) ? [] : [{ type: 'CaseClassified', data: classified }];
  }
}

/** A secret category is sealed and never compared: saying it again is said again. */
const isSame = (now: CaseFacts['CaseClassified'], before: CaseFacts['CaseClassified'] | undefined): boolean =>
  now.secrecy !== 'high' && now.secrecy === before?.secrecy && now.category === before.category;
