import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import { evolve } from './evolve.js';
import { Refusal } from './refusal.js';
import { succeedBoards, type SucceedBoards } from './succeed-boards.js';

export interface AcceptTransfer {
  /** Whether the receiving board's area is one of secrecy. */
  readonly secrecyArea: boolean;
  /** Where one of the two boards may have ended since it was sent. */
  readonly succession?: SucceedBoards;
}

/** The receiving board takes the case over, as far as it has come. */
export function acceptTransfer({ secrecyArea, succession }: AcceptTransfer, state: Case): CaseEvent[] {
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
    case 'in-transfer': {
      const succeeded = succession ? succeedBoards(succession, state) : [];
      const now = succeeded.reduce<Case>(evolve, state);
      if (now.status !== 'in-transfer') return succeeded; // both are one board now, and it has the case
      return [...succeeded, { type: 'TransferAccepted', data: { from: now.known.board, to: now.to, secrecyArea } }];
    }
  }
}
