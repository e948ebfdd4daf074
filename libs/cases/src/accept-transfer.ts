import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import { Refusal } from './refusal.js';

export interface AcceptTransfer {
  /** Whether the receiving board's area is one of secrecy. */
  readonly secrecyArea: boolean;
}

/** The receiving board takes the case over, as far as it has come. */
export function acceptTransfer({ secrecyArea }: AcceptTransfer, state: Case): CaseEvent[] {
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
      return [{ type: 'TransferAccepted', data: { from: state.known.board, to: state.to, secrecyArea } }];
  }
}
