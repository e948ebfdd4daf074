import { Temporal } from 'temporal-polyfill';

/** A calendar day without a clock, as `2026-11-26`. */
export type LocalDate = string;

/** The answer given last: what happens at once happens on one day, and asking the time zone takes longer than all else. */
let last: { readonly second: string; readonly timeZone: string; readonly date: LocalDate } | undefined;

/** The calendar day on which an instant (ISO 8601) falls in a time zone. Never computed with multiples of 24 hours. */
export function localDate(instant: string, timeZone = 'Europe/Stockholm'): LocalDate {
  const second = instant.endsWith('Z') ? instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length) : instant;
  if (last?.second === second && last.timeZone === timeZone) return last.date;
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  last = { second, timeZone, date };
  return date;
}
