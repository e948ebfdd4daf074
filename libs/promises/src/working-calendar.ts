import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.js';

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
  isWorkingDay(date: LocalDate): boolean;
  /** Why a day is not worked: the name of the holiday, or `weekend`; undefined for a working day. */
  whyClosed(date: LocalDate): string | undefined;
}

/** A date outside the years that the calendar was published for. */
export class CalendarEnds extends Error {
  constructor(readonly date: LocalDate) {
    super(`no working-day calendar is published for ${date}`);
  }
}

/** @param years the years for which every holiday is in the list */
export function workingCalendar(version: string, years: readonly number[], holidays: readonly Holiday[]): WorkingCalendar {
  const published = new Set(years);
  const names = new Map(holidays.map(({ date, name }) => [date, name]));
  /** There are only so many days in the published years, and each is asked for again and again. */
  const known = new Map<LocalDate, string | undefined>();

  const workOut = (date: LocalDate): string | undefined => {
    const day = Temporal.PlainDate.from(date);
    if (!published.has(day.year)) throw new CalendarEnds(date);
    return names.get(date) ?? (day.dayOfWeek > 5 ? 'weekend' : undefined);
  };
  const whyClosed = (date: LocalDate): string | undefined => {
    if (!known.has(date)) known.set(date, workOut(date));
    return known.get(date);
  };
  return { version, whyClosed, isWorkingDay: (date) => whyClosed(date) === undefined };
}
