import type { Days, LocalDate } from '#promises';
import type { Case, ReceivedCase } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';
import { requireDay } from './require-day.js';

export interface AskClarification {
  readonly questions: Personal;
  readonly replyBy: LocalDate;
  readonly days: Days;
}

/** Asks the submitter for what is missing (förvaltningslagen 20 §). The clock runs on. Once more if the day has passed without a reply. */
export function askClarification({ questions, replyBy, days }: AskClarification, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'awaiting-clarification':
    case 'in-triage':
    case 'with-board':
    case 'answered':
      if (isAwaiting(state, days.today)) throw new Refusal('clarification-outstanding');
      requireReplyDay(replyBy, days);
      return [{ type: 'ClarificationAsked', data: { questions, replyBy } }];
  }
}

const isAwaiting = ({ status, known }: ReceivedCase, today: LocalDate): boolean =>
  status === 'awaiting-clarification' && known.replyBy !== undefined && known.replyBy >= today;

function requireReplyDay(replyBy: LocalDate, days: Days): void {
  requireDay('replyBy', replyBy, days);
  if (replyBy < days.today) throw new Refusal('reply-date-in-the-past', 'replyBy');
  if (replyBy > days.aYearAhead) throw new Refusal('reply-date-too-late', 'replyBy');
}
