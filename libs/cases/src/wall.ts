import { isInTriage, isSecret, type ReceivedCase } from './case.js';

/** What the walls between boards ask of a case. */
export interface Walled {
  /** The board that is responsible now; in triage the front board. */
  readonly boardCode: string;
  /** Whether it is secret, or may be. */
  readonly secrecy: boolean;
  /** No board has been decided yet. */
  readonly inTriage: boolean;
  /** The board that the case is offered to and that has not accepted it yet. It reads what it shall accept. */
  readonly offeredTo?: string | undefined;
}

export const walledOf = (state: ReceivedCase): Walled => ({
  boardCode: state.known.board,
  secrecy: isSecret(state.known),
  inTriage: isInTriage(state),
  ...(state.status === 'in-transfer' && { offeredTo: state.to }),
});

/** How much of a case somebody sees: all of it, or that it exists, with its number, day, board, kind and status. */
export type Extent = 'whole' | 'outline' | 'nothing';

/** Whose cases somebody of the staff sees. Plain data, so that it can be sent to where rows are read. */
export interface Reach {
  /** Codes of the boards whose cases are read whole once they are routed, the secret ones too. */
  readonly boards: readonly string[];
  /** Codes of the boards whose triage is read; there nobody else sees anything. */
  readonly triageOf: readonly string[];
  /** Whether what is in triage and not secret is read at any board. */
  readonly anyTriage: boolean;
  /** How much is seen of every other routed case that is not secret. */
  readonly others: Extent;
}

/**
 * Every board is an authority of its own, so secrecy holds between boards too (offentlighets- och sekretesslagen 8 kap. 1 §). The one rule
 * of who sees what: the policy, the lists, their totals and what stands behind a figure all ask here.
 */
export function extentIn({ boards, triageOf, anyTriage, others }: Reach, { boardCode, secrecy, inTriage, offeredTo }: Walled): Extent {
  if (inTriage) return triageOf.includes(boardCode) || (anyTriage && !secrecy) ? 'whole' : 'nothing';
  if (boards.includes(boardCode) || (offeredTo !== undefined && boards.includes(offeredTo))) return 'whole';
  return secrecy ? 'nothing' : others;
}
