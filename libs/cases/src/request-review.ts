import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { evolve } from './evolve.js';
import { Refusal } from './refusal.js';
import { succeedBoards, type SucceedBoards } from './succeed-boards.js';

export interface RequestReview {
  readonly by: CaseFacts['ReviewRequested']['by'];
  readonly reason: CaseFacts['ReviewRequested']['reason'];
  /** What the policy promises whoever asks for a review; empty where it knows none. */
  readonly promised: readonly CaseFacts['PromiseMade'][];
  /** Where the board that answered may have ended since. */
  readonly succession?: SucceedBoards;
}

/** The second stage: somebody who did not answer looks at the case again. Once, and by a policy that promises it; else a case is taken up again. */
export function requestReview({ by, reason, promised, succession }: RequestReview, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (state.known.review === 'under-way') throw new Refusal('review-under-way');
  if (state.known.review === 'answered') throw new Refusal('already-reviewed');
  if (state.status !== 'answered' && (state.status !== 'closed' || !state.known.answered)) throw new Refusal('no-answer-to-review');
  if (promised.length === 0) throw new Refusal('no-review-promised');
  const requested: CaseEvent = { type: 'ReviewRequested', data: { by, reason } };
  return [
    requested,
    ...(succession ? succeedBoards(succession, evolve(state, requested)) : []),
    ...promised.map((data) => ({ type: 'PromiseMade', data }) as const),
  ];
}
