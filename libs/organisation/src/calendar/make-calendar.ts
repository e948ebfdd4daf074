import type { CalendarYear, Holiday } from '../facts/calendar-year.js';
import { days, library, libraryVersion, years } from './swedish-holidays.js';

const datesOf = new Map(
  years
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([year, ...dates]) => [Number(year), dates]),
);

/** The years that a calendar can be made for. */
export const calendarYears: readonly number[] = [...datesOf.keys()];

/**
 * The Swedish holidays of a year, in Swedish, in order of date. Only for making `CalendarPublished`: everything else reads the
 * event, so that a corrected library never moves a date that was promised.
 */
export function makeCalendar(year: number): CalendarYear {
  const dates = datesOf.get(year);
  if (!dates) throw new Error(`the holidays of ${year} are not known`);
  const holidays = days.map((day, index): Holiday => ({ date: `${year}-${dates[index] ?? ''}`, ...day }));
  return { year, holidays: holidays.sort(byDate), library, libraryVersion };
}

const byDate = (one: Holiday, other: Holiday): number => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0);
