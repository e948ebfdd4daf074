import { dayAfter, workingCalendar, type LocalDate, type WorkingCalendar } from '#promises';
import { calendarYears, makeCalendar } from '../calendar/make-calendar.js';
import type { CalendarYear, Holiday } from '../facts/calendar-year.js';
import type { Placed } from './read-file.js';

/** A day on which the authority is closed by its own decision, though others work. */
export type ClosingDay = Pick<Holiday, 'date' | 'name'> & { readonly decidedBy: string };

/** Nothing could be due in so many days on end; whoever closes so long has mistaken themselves. */
const tooLong = 28;

/** The holidays of every year that is known, and the closing days among them. They are told at import, and from then on read from the log. */
export const calendarsWith = (days: readonly ClosingDay[]): readonly CalendarYear[] =>
  calendarYears.map((year) => {
    const made = makeCalendar(year);
    const local = days.filter(({ date }) => date.startsWith(`${year}-`)).map((day): Holiday => ({ ...day, kind: 'local' }));
    return local.length === 0 ? made : { ...made, holidays: [...made.holidays, ...local].sort(byDate) };
  });

export function complainOfClosingDays(days: readonly Placed<ClosingDay>[]): void {
  const lawful = calendarOfYears(calendarsWith([]));
  const seen = new Set<LocalDate>();
  for (const { entry, complain } of days) {
    const { date } = entry;
    if (!lawful.isWorkingDay(date)) complain('is not a working day anyway', 'date');
    else if (seen.has(date)) complain('is told twice', 'date');
    else seen.add(date);
  }
  if (seen.size < days.length) return;
  const open = calendarOfYears(calendarsWith(days.map(({ entry }) => entry)));
  const endless = days.find(({ entry }) => isEndless(entry.date, open));
  endless?.complain(`leaves no working day in ${tooLong} days`, 'date');
}

const calendarOfYears = (years: readonly CalendarYear[]): WorkingCalendar =>
  workingCalendar(
    'proposed',
    years.map(({ year }) => year),
    years.flatMap(({ holidays }) => holidays),
  );

function isEndless(from: LocalDate, calendar: WorkingCalendar): boolean {
  let day = from;
  for (let days = 0; days < tooLong; days++) {
    if (calendar.covers(day) && calendar.isWorkingDay(day)) return false;
    day = dayAfter(day);
  }
  return true;
}

const byDate = (one: Holiday, other: Holiday): number => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0);
