import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/** No calendar is made for an earlier year, and nothing that this program keeps came in before. */
export const firstDayOfAll = '2018-01-01';

/** The days that can be meant on one of them. What lies outside was mistyped, or is another program's word for "no end". */
export interface Days {
  readonly first: LocalDate;
  readonly today: LocalDate;
  /** As far ahead as an answer or a reply may be put off. */
  readonly aYearAhead: LocalDate;
  /** As far ahead as anything can be planned. */
  readonly last: LocalDate;
}

/** The days that can be meant on a day, within the calendar; without one, those that can be asked about. */
export function daysAround(today: LocalDate, calendar?: WorkingCalendar): Days {
  const ahead = (years: number): LocalDate => Temporal.PlainDate.from(today).add({ years }).toString();
  const within = (day: LocalDate): LocalDate => (calendar && day > calendar.lastDay ? calendar.lastDay : day);
  return { first: firstDayOfAll, today, aYearAhead: within(ahead(1)), last: within(ahead(10)) };
}
