import { Temporal } from 'temporal-polyfill';
import { isCalendarDay, type LocalDate } from './calendar-day.js';
import { CalendarEnds } from './calendar-ends.js';

/** The same days are stepped over again and again, and working out the next takes longer than all else that is done with it. */
const remembered = (step: 1 | -1) => {
  const known = new Map<LocalDate, LocalDate>();
  return (date: LocalDate): LocalDate => {
    const next = known.get(date) ?? stepFrom(date, step);
    if (known.size > atMost) known.clear();
    known.set(date, next);
    return next;
  };
};
/** More days than fifty years have. */
const atMost = 20_000;

/** @throws CalendarEnds after the year 9999, where texts in order would no longer be days in order, and before the year 1 */
export const dayAfter = remembered(1);
export const dayBefore = remembered(-1);

function stepFrom(date: LocalDate, days: 1 | -1): LocalDate {
  const next = Temporal.PlainDate.from(date).add({ days }).toString();
  if (!isCalendarDay(next)) throw new CalendarEnds(date);
  return next;
}
