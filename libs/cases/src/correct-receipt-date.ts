import type { LocalDate } from '#promises';
import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';

export interface CorrectReceiptDate {
  readonly to: LocalDate;
  readonly reason: Personal;
  readonly today: LocalDate;
}

/** Corrects the day of receipt; both dates stay visible. */
export function correctReceiptDate({ to, reason, today }: CorrectReceiptDate, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (to > today) throw new Refusal('receipt-date-in-the-future');
  const from = state.known.receivedDate;
  return from === to ? [] : [{ type: 'ReceiptDateCorrected', data: { from, to, reason } }];
}
