import { asInstant, daysAround, isCalendarDay, isInstant, localDate, type LocalDate } from '#promises';
import { now } from './surroundings.js';
import { WrongUse } from './verb.js';

/** The day that an option names. @throws WrongUse if there is no such day, or nobody can mean it */
export function dayOf(option: string, text = ''): LocalDate {
  if (!isCalendarDay(text)) throw new WrongUse(`${option} is a day that there is, as 2026-01-01.`);
  const { first, last } = daysAround(localDate(now()));
  if (text < first || text > last) throw new WrongUse(`${option} is a day from ${first} to ${last}.`);
  return text;
}

/** The instant that an option names, in the form that the log writes. @throws WrongUse if there is none, or nobody can mean it */
export function instantOf(option: string, text: string): string {
  if (!isInstant(text)) throw new WrongUse(`${option} is an instant, as 2026-03-01T12:00:00Z.`);
  const instant = asInstant(text);
  dayOf(option, localDate(instant));
  return instant;
}
