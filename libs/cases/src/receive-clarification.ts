import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/**
 * The submitter has answered the questions. A case that waited goes on where it was interrupted; a late reply is received all
 * the same, wherever the case stands: it has come in to the authority (tryckfrihetsförordningen 2 kap. 9 §).
 */
export function receiveClarification(clarification: CaseFacts['ClarificationReceived'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (state.known.replyBy === undefined) throw new Refusal('clarification-not-asked');
  return [{ type: 'ClarificationReceived', data: clarification }];
}
