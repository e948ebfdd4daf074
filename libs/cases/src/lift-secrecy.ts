import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Takes the marking away, with the reason. */
export function liftSecrecy(lifted: CaseFacts['SecrecyLifted'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (state.known.secrecyMark === undefined) throw new Refusal('secrecy-not-marked');
  return [{ type: 'SecrecyLifted', data: lifted }];
}
