import { isInTriage, type Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Answers the submitter. Whether the promise was kept is another question: that depends on the delivery. */
export function answer(given: CaseFacts['AnswerGiven'], state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
      throw new Refusal('case-in-triage');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (isInTriage(state)) throw new Refusal('case-in-triage');
      if (state.known.review === 'under-way') throw new Refusal('review-under-way');
      return [{ type: 'AnswerGiven', data: given }];
  }
}
