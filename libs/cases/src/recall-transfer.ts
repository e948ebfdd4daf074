import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface RecallTransfer {
  readonly reason: Personal;
}

/** The board that sent the case takes the offer back as long as it is unanswered, and says why. It has the case as before. */
export function recallTransfer({ reason }: RecallTransfer, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      throw new Refusal('case-not-in-transfer');
    case 'in-transfer':
      return [{ type: 'TransferRecalled', data: { from: state.known.board, to: state.to, reason } }];
  }
}
