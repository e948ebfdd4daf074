import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.js';
import { CalendarEnds } from './calendar-ends.js';

/** A day that is not worked though its weekday is, with its name in Swedish. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

/**
 * Which days are worked: Monday to Friday, except public holidays (lag 1989:253) and the eves of midsummer, Christmas and
 * New Year, on which a term does not end either (lag 1930:173, 2 §).
 */
export interface WorkingCalendar {
  /** Names the calendar that gave a date, so that the date can be computed again. */
  readonly version: string;
  /** The last day of the last year that it was published for. */
  readonly lastDay: LocalDate;
  /** Whether it was published for a day: only of those does it say anything. */
  covers(date: LocalDate): boolean;
  /** @throws CalendarEnds */
  isWorkingDay(date: LocalDate): boolean;
  /**
   * Why a day is not worked: the name of the holiday, or `weekend`; undefined for a working day.
   * @throws CalendarEnds
   */
  whyClosed(date: LocalDate): string | undefined;
}

/** @param years the years for which every holiday is in the list */
export function workingCalendar(version: string, years: readonly number[], holidays: readonly Holiday[]): WorkingCalendar {
  const published = new Set(years);
  const names = new Map(holidays.map(({ date, name }) => [date, name]));
  /** There are only so many days in the published years, and each is asked for again and again. */
  const known = new Map<LocalDate, string | undefined>();

  const covers = (date: LocalDate): boolean => published.has(Number(date.slice(0, 4)));
  const workOut = (date: LocalDate): string | undefined => {
    if (!covers(date)) throw new CalendarEnds(date);
    return names.get(date) ?? (Temporal.PlainDate.from(date).dayOfWeek > 5 ? 'weekend' : undefined);
  };
  const whyClosed = (date: LocalDate): string | undefined => {
    if (!known.has(date)) known.set(date, workOut(date));
    return known.get(date);
  };
  const lastDay = `${String(Math.max(1, ...years)).padStart(4, '0')}-12-31`;
  return { version, lastDay, covers, whyClosed, isWorkingDay: (date) => whyClosed(date) === undefined };
}
