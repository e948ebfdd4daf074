import type { LocalDate } from '#promises';
import type { Case, Known } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface GiveDelayNotice {
  readonly reason: Personal;
  readonly due: LocalDate;
  readonly today: LocalDate;
}

/** Tells, before the promised date has passed, that the answer will be late, why, and when it comes (förvaltningslagen 11 §). */
export function giveDelayNotice({ reason, due, today }: GiveDelayNotice, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'answered':
      throw new Refusal('nothing-promised');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
      return [{ type: 'DelayNoticeGiven', data: { reason, due, replaces: replaceable(state.known, due, today) } }];
  }
}

function replaceable({ answered, answerDue }: Known, due: LocalDate, today: LocalDate): LocalDate {
  if (answered || answerDue === undefined) throw new Refusal('nothing-promised');
  if (answerDue < today) throw new Refusal('delay-notice-too-late');
  if (due <= answerDue) throw new Refusal('new-date-not-later');
  return answerDue;
}
