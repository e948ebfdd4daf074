import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.js';

/** Where a day begins and ends for a Swedish authority: the law knows one time (lag 1979:988), so it is no setting. */
export const swedishTime = 'Europe/Stockholm';

/** The answer given last: what happens at once happens on one day, and asking the time zone takes longer than all else. */
let last: { readonly second: string; readonly date: LocalDate } | undefined;

/** The calendar day on which an instant (ISO 8601) falls in Sweden. Never computed with multiples of 24 hours. */
export function localDate(instant: string): LocalDate {
  const second = instant.endsWith('Z') ? instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length) : instant;
  if (last?.second === second) return last.date;
  const date = onTheClock(instant).toPlainDate().toString();
  last = { second, date };
  return date;
}

/** What calendar and clock show in Sweden at an instant (ISO 8601). */
export const onTheClock = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(swedishTime);
