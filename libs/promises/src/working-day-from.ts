import type { LocalDate } from './calendar-day.js';
import { dayAfter, dayBefore } from './next-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * The working day that lies so many after a day, or before it for a negative number; undefined where the calendar does not tell, as of
 * a date that somebody mistyped before such dates were refused.
 */
export function workingDayFrom(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate | undefined {
  const step = count < 0 ? dayBefore : dayAfter;
  let day = date;
  for (let left = Math.abs(count); left > 0 && calendar.covers(day);) {
    day = step(day);
    if (calendar.covers(day) && calendar.isWorkingDay(day)) left -= 1;
  }
  return calendar.covers(day) ? day : undefined;
}

/** The day itself if it is worked, or the next one that is; undefined where the calendar does not tell. */
export const workingDayOnOrAfter = (date: LocalDate, calendar: WorkingCalendar): LocalDate | undefined =>
  calendar.covers(date) && calendar.isWorkingDay(date) ? date : workingDayFrom(date, 1, calendar);
