import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Answers whoever asked for a review. Who may do that is not who answered first: the policy of access says so. */
export function answerReview(given: CaseFacts['ReviewAnswered'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'in-triage':
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (state.known.review !== 'under-way') throw new Refusal('review-not-requested');
      return [{ type: 'ReviewAnswered', data: given }];
  }
}
