import type { LocalDate } from '../local-date.js';
import { dayAfter, dayBefore } from '../next-day.js';
import type { WorkingCalendar } from '../working-calendar.js';

/**
 * The working day that lies so many after a day, or before it for a negative number.
 * @throws CalendarEnds if the calendar is not published that far
 */
export function workingDayFrom(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  const step = count < 0 ? dayBefore : dayAfter;
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = step(day);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day itself if it is worked, or the next one that is. */
export const workingDayOnOrAfter = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  calendar.isWorkingDay(date) ? date : workingDayFrom(date, 1, calendar);
