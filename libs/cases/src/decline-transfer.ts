import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface DeclineTransfer {
  readonly reason: Personal;
}

/** The receiving board does not take the case over, and says why. The sender has it as before; no diary number was spent. */
export function declineTransfer({ reason }: DeclineTransfer, state: Case): CaseEvent[] {
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
      return [{ type: 'TransferDeclined', data: { from: state.known.board, to: state.to, reason } }];
  }
}
