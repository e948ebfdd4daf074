import type { Days, LocalDate } from '#promises';
import type { Case, Known } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';
import { requireDay } from './require-day.js';

export interface GiveDelayNotice {
  readonly reason: Personal;
  readonly due: LocalDate;
  readonly days: Days;
  /** How many the policy allows, any where it does not say; and the last date that this one may tell. */
  readonly limit: { readonly atMost: number | undefined; readonly latest: LocalDate };
}

/** Tells, before the promised date has passed, that the answer (to the case, or to the request for a review) will be late, why, and when it comes (förvaltningslagen 11 §). */
export function giveDelayNotice({ reason, ...asked }: GiveDelayNotice, state: Case): CaseEvent[] {
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
      return [
        { type: 'DelayNoticeGiven', data: { of: late(state.known), reason, due: asked.due, replaces: replaceable(state.known, asked) } },
      ];
  }
}

const late = ({ review }: Known): 'answer' | 'review' => (review === 'under-way' ? 'review' : 'answer');

function replaceable({ answered, answerDue, delayNotices }: Known, { due, days, limit }: Omit<GiveDelayNotice, 'reason'>): LocalDate {
  if (answered || answerDue === undefined) throw new Refusal('nothing-promised');
  requireDay('due', due, days);
  if (answerDue < days.today) throw new Refusal('delay-notice-too-late');
  if (due <= answerDue) throw new Refusal('new-date-not-later', 'due');
  if (limit.atMost !== undefined && delayNotices >= limit.atMost) throw new Refusal('no-extension-left');
  if (due > limit.latest) throw new Refusal('new-date-too-late', 'due');
  return answerDue;
}
