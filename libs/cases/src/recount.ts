import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

export interface RecountPromises {
  /** What a correction does to the promises of this case. */
  readonly recounts: readonly CaseFacts['PromiseRecounted'][];
}

/** Tells what a correction of a policy, the calendar or the date of receipt did to the promises. A closed case keeps its verdict. */
export function recountPromises({ recounts }: RecountPromises, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  return state.status === 'closed' ? [] : recounts.map((data) => ({ type: 'PromiseRecounted', data }));
}
