import type { LocalDate } from './calendar-day.js';
import { dayAfter } from './next-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * How many working days there are after a day, up to and including another: how long somebody waited. 0 if the other is not later,
 * undefined if the calendar does not cover them all.
 */
export function workingDaysBetween(after: LocalDate, until: LocalDate, calendar: WorkingCalendar): number | undefined {
  let count = 0;
  for (let day = after; day < until;) {
    if (!calendar.covers(day)) return undefined;
    day = dayAfter(day);
    if (!calendar.covers(day)) return undefined;
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}
