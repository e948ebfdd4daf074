import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** What was promised has been done. Allowed in a closed case: answering and acting are different promises. */
export function completeAction(completed: CaseFacts['ActionCompleted'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  const action = state.known.actions.find(({ actionId }) => actionId === completed.actionId);
  if (!action) throw new Refusal('action-not-planned');
  return action.completed ? [] : [{ type: 'ActionCompleted', data: completed }];
}
