import type { LocalDate } from './calendar-day.js';
import type { WorkingCalendar } from './working-calendar.js';
import { workingDayOnOrAfter } from './working-day-from.js';

/**
 * The date that is told on a day where a count gives another: no promise is due before the moment in which it is made. What has passed by
 * then, as of a letter that lay over the holidays, is due on the day itself, or on the next on which people work.
 */
export const dateToTell = (computed: LocalDate, today: LocalDate, calendar: WorkingCalendar): LocalDate =>
  computed < today ? (workingDayOnOrAfter(today, calendar) ?? today) : computed;
