import type { LocalDate } from '#promises';
import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface AskClarification {
  readonly questions: Personal;
  readonly replyBy: LocalDate;
  readonly today: LocalDate;
}

/** Asks the submitter for what is missing (förvaltningslagen 20 §). The clock runs on. */
export function askClarification({ questions, replyBy, today }: AskClarification, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'awaiting-clarification':
      throw new Refusal('clarification-outstanding');
    case 'in-triage':
    case 'with-board':
    case 'answered':
      if (replyBy < today) throw new Refusal('reply-date-in-the-past');
      return [{ type: 'ClarificationAsked', data: { questions, replyBy } }];
  }
}
