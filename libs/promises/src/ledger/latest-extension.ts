import { dueDateIfCovered, type Term } from '../due-date.js';
import type { LocalDate } from '../calendar-day.js';
import type { WorkingCalendar } from '../working-calendar.js';

/** The last date that a delay notice may tell, if each may be so long, in the unit of the term that it extends; undefined beyond the calendar. */
export const latestExtension = (
  standing: LocalDate,
  term: Term,
  { count, calendar }: { count: number; calendar: WorkingCalendar },
): LocalDate | undefined => dueDateIfCovered(standing, { ...term, count }, calendar)?.due;
