import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

export interface RequestReview {
  readonly by: CaseFacts['ReviewRequested']['by'];
  readonly reason: CaseFacts['ReviewRequested']['reason'];
  /** What the policy promises whoever asks for a review; empty where it knows none. */
  readonly promised: readonly CaseFacts['PromiseMade'][];
}

/** The second stage: somebody who did not answer looks at the case again. Once, and by a policy that promises it; else a case is taken up again. */
export function requestReview({ by, reason, promised }: RequestReview, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (state.known.review === 'under-way') throw new Refusal('review-under-way');
  if (state.known.review === 'answered') throw new Refusal('already-reviewed');
  if (state.status !== 'answered' && (state.status !== 'closed' || !state.known.answered)) throw new Refusal('no-answer-to-review');
  if (promised.length === 0) throw new Refusal('no-review-promised');
  return [{ type: 'ReviewRequested', data: { by, reason } }, ...promised.map((data) => ({ type: 'PromiseMade', data }) as const)];
}
