import type { Days, LocalDate } from '#promises';
import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';
import { requireReceiptDay } from './require-day.js';

export interface CorrectReceiptDate {
  readonly to: LocalDate;
  readonly reason: Personal;
  readonly days: Days;
}

/** Corrects the day of receipt; both dates stay visible. */
export function correctReceiptDate({ to, reason, days }: CorrectReceiptDate, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  requireReceiptDay('to', to, days);
  const from = state.known.receivedDate;
  return from === to ? [] : [{ type: 'ReceiptDateCorrected', data: { from, to, reason } }];
}
