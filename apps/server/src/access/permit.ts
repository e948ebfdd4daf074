import type { ReceivedCase } from '#cases';
import { allow, type Caller, type CaseAction } from '#identity';
import { subjectOf, type SynpunkterNode } from '#node';
import { verdictProblem } from './policy.guard.js';

/** Refuses what a caller may not do with a case, or read of it, as it is now. */
export const permit =
  (caller: Caller, action: CaseAction) =>
  (state: ReceivedCase | undefined): void => {
    const verdict = allow(caller, action, state && subjectOf(state));
    if (verdict !== 'allowed') throw verdictProblem(verdict);
  };

/** Asks the policy of the case as it is now, before anything is said of what a request holds. The command asks again, of the case as it then is. */
export async function requireRight(
  { caller, action, caseId }: { readonly caller: Caller; readonly action: CaseAction; readonly caseId: string },
  node: SynpunkterNode,
): Promise<void> {
  const state = await node.caseState(caseId);
  permit(caller, action)(state.status === 'not-received' ? undefined : state);
}
