import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Gives the submitter a new receipt code; from now on the old one opens nothing. */
export function replaceAccessCode(replaced: CaseFacts['AccessCodeReplaced'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  return state.known.accessCodeHash === replaced.accessCodeHash ? [] : [{ type: 'AccessCodeReplaced', data: replaced }];
}
