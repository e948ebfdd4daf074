import type { LocalDate } from './calendar-day.js';

/** A date outside the years that the calendar was published for. */
export class CalendarEnds extends Error {
  constructor(readonly date: LocalDate) {
    super(`no working-day calendar is published for ${date}`);
  }
}
