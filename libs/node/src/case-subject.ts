import { isInTriage, isSecret, type ReceivedCase } from '#cases';
import type { CaseSubject } from '#identity';

/** What the policy needs to know of a case. */
export const subjectOf = (state: ReceivedCase): CaseSubject => ({
  caseId: state.known.caseId,
  boardCode: state.known.board,
  secrecy: isSecret(state.known),
  inTriage: isInTriage(state),
  ...(state.status === 'in-transfer' && { offeredTo: state.to }),
});
