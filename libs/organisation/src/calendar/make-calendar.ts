import Holidays from 'date-holidays';
import type { CalendarYear, Holiday } from '../facts/calendar-year.js';

/** The version installed; a test holds it to the library's own package.json. */
const libraryVersion = '3.37.0';

const swedish = new Holidays('SE', { languages: ['sv'], types: ['public', 'bank'] });

/**
 * The Swedish holidays of a year, in Swedish, in order of date. Only for making `CalendarPublished`: everything else reads the event,
 * so that a corrected library never moves a date that was promised. The library calls the three eves that nobody works `bank`.
 */
export function makeCalendar(year: number): CalendarYear {
  const holidays = swedish.getHolidays(year).map(({ date, name, type }): Holiday => ({
    date: date.slice(0, 10),
    name: name.charAt(0).toUpperCase() + name.slice(1),
    kind: type === 'public' ? 'public' : 'de-facto',
  }));
  return { year, holidays, library: 'date-holidays', libraryVersion };
}
