import type { LocalDate } from './local-date.js';
import { dayAfter } from './next-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * How many working days there are after a day, up to and including another: how long somebody waited. 0 if the other is not later.
 * @throws CalendarEnds if the calendar is not published for all of them
 */
export function workingDaysBetween(after: LocalDate, until: LocalDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = after; day < until;) {
    day = dayAfter(day);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}
