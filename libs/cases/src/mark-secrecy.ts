import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Marks that the case may hold what is secret, by which provision. Also a closed case can be marked. */
export function markSecrecy(marked: CaseFacts['SecrecyMarked'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  return state.known.secrecyMark === marked.provision ? [] : [{ type: 'SecrecyMarked', data: marked }];
}
