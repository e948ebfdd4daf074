import { isInTriage, isSecret, type ReceivedCase } from '#cases';
import { allow, type Caller, type CaseAction, type CaseSubject } from '#identity';
import { verdictProblem } from './policy.guard.js';

/** What the policy needs to know of a case. */
export const subjectOf = (state: ReceivedCase): CaseSubject => ({
  caseId: state.known.caseId,
  boardCode: state.known.board,
  secrecy: isSecret(state.known),
  inTriage: isInTriage(state),
  ...(state.status === 'in-transfer' && { offeredTo: state.to }),
});

/** Refuses what a caller may not do with a case, or read of it, as it is now. */
export const permit =
  (caller: Caller, action: CaseAction) =>
  (state: ReceivedCase | undefined): void => {
    const verdict = allow(caller, action, state && subjectOf(state));
    if (verdict !== 'allowed') throw verdictProblem(verdict);
  };
