import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.js';
import { CalendarEnds } from './calendar-ends.js';
import { dayAfter } from './next-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How long a promise gives. A count of 0 means at once: the day itself. */
export interface Term {
  readonly unit: 'workingDays' | 'calendarDays' | 'weeks' | 'months';
  readonly count: number;
  /** Whether a date that is not a working day moves to the next one. A number of working days always ends on one. */
  readonly roll: boolean;
}

/** One day on the way to the due date: counted or not, and why not. */
export interface CountedDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  /** `receipt`, `weekend`, the name of a holiday, or `rolled` for the working day to which the date moved. */
  readonly why?: string;
}

export interface Due {
  /** The last day; due until the end of this local day. */
  readonly due: LocalDate;
  /** Every day from the basis to the due date, in order. */
  readonly days: readonly CountedDay[];
}

/**
 * When a term ends. The day of the basis is not counted (lag 1930:173, 1 §). Weeks and months end on the day of the same
 * name or number; where a month lacks it, on its last day. However long the term, no day is counted that the calendar does not cover.
 * @throws CalendarEnds if the calendar is not published for the basis, or as far as the end
 */
export function dueDate(basis: LocalDate, term: Term, calendar: WorkingCalendar): Due {
  if (!calendar.covers(basis)) throw new CalendarEnds(basis);
  const days: CountedDay[] = [{ date: basis, counted: false, why: 'receipt' }];
  const end = term.unit === 'workingDays' ? countWorkingDays(basis, term.count, calendar, days) : countDays(basis, term, calendar, days);
  return { due: term.roll ? roll(end, calendar, days) : end, days };
}

/** The same where dates may lie anywhere; undefined where the calendar does not tell. */
export function dueDateIfCovered(...asked: Parameters<typeof dueDate>): Due | undefined {
  try {
    return dueDate(...asked);
  } catch (error) {
    if (error instanceof CalendarEnds) return undefined;
    throw error;
  }
}

function countWorkingDays(start: LocalDate, count: number, calendar: WorkingCalendar, days: CountedDay[]): LocalDate {
  let day = start;
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    const closed = calendar.whyClosed(day);
    days.push({ date: day, counted: closed === undefined, ...(closed !== undefined && { why: closed }) });
    if (closed === undefined) left -= 1;
  }
  return day;
}

function countDays(start: LocalDate, { unit, count }: Term, calendar: WorkingCalendar, days: CountedDay[]): LocalDate {
  const length = unit === 'weeks' ? { weeks: count } : unit === 'months' ? { months: count } : { days: count };
  const end = Temporal.PlainDate.from(start).add(length).toString();
  if (!calendar.covers(end)) throw new CalendarEnds(end);
  for (let day = dayAfter(start); day <= end; day = dayAfter(day)) days.push({ date: day, counted: true });
  return end;
}

/** Passes over closed days at the end; each of them is marked with why it cannot be the last. */
function roll(end: LocalDate, calendar: WorkingCalendar, days: CountedDay[]): LocalDate {
  let day = end;
  for (let closed = calendar.whyClosed(day); closed !== undefined; closed = calendar.whyClosed(day)) {
    if (day !== end) days.push({ date: day, counted: false, why: closed });
    day = dayAfter(day);
  }
  if (day !== end) days.push({ date: day, counted: false, why: 'rolled' });
  return day;
}
