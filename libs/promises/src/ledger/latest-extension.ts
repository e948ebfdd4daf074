import { dueDate, type Term } from '../due-date.js';
import type { LocalDate } from '../local-date.js';
import type { WorkingCalendar } from '../working-calendar.js';

/**
 * The last date that a delay notice may tell, if each may be so long, in the unit of the term that it extends.
 * @throws CalendarEnds if the calendar is not published that far
 */
export const latestExtension = (
  standing: LocalDate,
  term: Term,
  { count, calendar }: { count: number; calendar: WorkingCalendar },
): LocalDate => dueDate(standing, { ...term, count }, calendar).due;
