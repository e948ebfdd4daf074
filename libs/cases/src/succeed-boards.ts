import { isInTriage, type Case, type ReceivedCase } from './case.js';
import type { CaseEvent } from './events.js';
import { Refusal } from './refusal.js';

/** A board that has ended, and the board that has its cases now. */
export interface SucceededBoard {
  readonly ended: string;
  readonly successor: string;
  /** Whether the area of the successor is one of secrecy. */
  readonly secrecyArea: boolean;
}

export interface SucceedBoards {
  /** Every board that has ended by now. */
  readonly succeeded: readonly SucceededBoard[];
  /** Whether the officer of the case has the right to handle it at the successor. */
  readonly officerStays: boolean;
}

/**
 * Gives an open case of a board that has ended to its successor, and an offer to such a board likewise. No date moves, and a closed case
 * stays where it was decided. What is with the board that it was offered to is offered no more.
 */
export function succeedBoards(asked: SucceedBoards, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      return [];
    case 'in-triage':
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      return ofBoard(asked, state);
    case 'in-transfer':
      return [...ofBoard(asked, state), ...ofOffer(asked, state.to)];
  }
}

/** What was secret at the board that has ended does not cease to be so because it has ended. */
function ofBoard({ succeeded, officerStays }: SucceedBoards, state: ReceivedCase): CaseEvent[] {
  const { board, secrecyArea, officer } = state.known;
  const succession = succeeded.find(({ ended }) => ended === board);
  if (!succession) return [];
  const { successor: to } = succession;
  const leaves = officer !== undefined && !officerStays;
  const secret = secrecyArea || (succession.secrecyArea && !isInTriage(state));
  return [{ type: 'BoardSucceeded', data: { from: board, to, secrecyArea: secret, ...(leaves && { officerLeft: officer }) } }];
}

function ofOffer({ succeeded }: SucceedBoards, offered: string): CaseEvent[] {
  const succession = succeeded.find(({ ended }) => ended === offered);
  return succession ? [{ type: 'TransferRedirected', data: { from: offered, to: succession.successor } }] : [];
}
