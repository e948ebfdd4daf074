import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

export interface AnswerReview extends Readonly<CaseFacts['ReviewAnswered']> {
  /** Who answers now, and who answered before; the submitter is told that it is not the same person. */
  readonly reviewer: string;
  readonly answeredBy: string | undefined;
}

/** Answers whoever asked for a review. That it takes a manager, the policy of access says. */
export function answerReview({ text, by, reviewer, answeredBy }: AnswerReview, state: Case): CaseEvent[] {
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
      if (reviewer === answeredBy) throw new Refusal('review-by-who-answered');
      return [{ type: 'ReviewAnswered', data: { text, by } }];
  }
}
