import { isInTriage, type Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface Route {
  readonly board: string;
  readonly secrecyArea: boolean;
  readonly reason: Personal;
}

/** A person at the front board gives a case in triage to the board that is responsible. A reply that never comes does not keep it there. */
export function route({ board, secrecyArea, reason }: Route, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'with-board':
    case 'answered':
      throw new Refusal('case-not-in-triage');
    case 'in-triage':
    case 'awaiting-clarification':
      if (!isInTriage(state)) throw new Refusal('case-not-in-triage');
      return [{ type: 'CaseRouted', data: { board, secrecyArea, by: 'person', reason } }];
  }
}
