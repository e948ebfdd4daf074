import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { evolve } from './evolve.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';
import { succeedBoards, type SucceedBoards } from './succeed-boards.js';

export interface Reopen {
  readonly by: CaseFacts['CaseReopened']['by'];
  readonly reason: Personal;
  /** The new date that is told, if one is: an answer that was given has met the old one. */
  readonly promised?: CaseFacts['PromiseMade'];
  /** Where the board that closed it may have ended since. */
  readonly succession?: SucceedBoards;
}

/** Takes an answered or closed case up again, most often because the submitter is not content. What is told is also promised. */
export function reopen({ by, reason, promised, succession }: Reopen, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
      throw new Refusal('case-not-closed');
    case 'answered':
    case 'closed': {
      const reopened: CaseEvent = { type: 'CaseReopened', data: { by, reason } };
      return [
        reopened,
        ...(succession ? succeedBoards(succession, evolve(state, reopened)) : []),
        ...(promised ? [{ type: 'PromiseMade', data: promised } as const] : []),
      ];
    }
  }
}
