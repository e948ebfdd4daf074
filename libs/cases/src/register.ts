import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Writes down the diary number that the board's series gave. A board that has numbered the case keeps its number. */
export function register(registered: CaseFacts['CaseRegistered'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  const numbered = state.known.diaryNumbers.some(({ board }) => board === registered.board);
  return numbered ? [] : [{ type: 'CaseRegistered', data: registered }];
}
