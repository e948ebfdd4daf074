import type { ReceivedCase } from '#cases';
import { allow, type Caller, type CaseAction } from '#identity';
import { subjectOf } from '#node';
import { verdictProblem } from './policy.guard.js';

/** Refuses what a caller may not do with a case, or read of it, as it is now. */
export const permit =
  (caller: Caller, action: CaseAction) =>
  (state: ReceivedCase | undefined): void => {
    const verdict = allow(caller, action, state && subjectOf(state));
    if (verdict !== 'allowed') throw verdictProblem(verdict);
  };
