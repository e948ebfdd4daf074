import { isCalendarDay, type Days, type LocalDate } from '#promises';
import { Refusal } from './refusal.js';

/**
 * Takes only a day that can be meant: one that there is, not before anything came in, and not further ahead than anybody plans. Whoever
 * means "without end" has to say it in another way.
 * @param field what the day was asked for as
 */
export function requireDay(field: string, day: LocalDate, { first, last }: Days): void {
  if (!isCalendarDay(day) || day < first || day > last) throw new Refusal('date-outside-the-calendar', field);
}

/** The day on which something came in: it has come. */
export function requireReceiptDay(field: string, day: LocalDate, days: Days): void {
  requireDay(field, day, days);
  if (day > days.today) throw new Refusal('receipt-date-in-the-future', field);
}
