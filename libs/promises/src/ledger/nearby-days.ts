import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../local-date.js';
import type { WorkingCalendar } from '../working-calendar.js';

export const dayAfter = (date: LocalDate): LocalDate => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/**
 * The working day that lies so many after a day, or before it for a negative number.
 * @throws CalendarEnds if the calendar is not published that far
 */
export function workingDayFrom(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  const step = { days: Math.sign(count) };
  let day = Temporal.PlainDate.from(date);
  for (let left = Math.abs(count); left > 0;) {
    day = day.add(step);
    if (calendar.isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
}

/** The day itself if it is worked, or the next one that is. */
export const workingDayOnOrAfter = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  calendar.isWorkingDay(date) ? date : workingDayFrom(date, 1, calendar);
