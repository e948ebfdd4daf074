import { Temporal } from 'temporal-polyfill';
import { localDate, onTheClock, swedishTime as timeZone, type LocalDate, type WorkingCalendar } from '#promises';
import type { Dice } from './dice.js';

const opens = 8 * 60;
const closes = 17 * 60;

/** An instant on a local day, so many minutes after its midnight; seconds by chance. */
export function instantOn(date: LocalDate, minutes: number, dice: Dice): string {
  const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60, dice.between(0, 59), dice.between(0, 999));
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString({ smallestUnit: 'millisecond' });
}

/** When the staff do something, so many working days after an instant; with 0 later the same day, if there is time left. */
export function atWork(after: string, workingDays: number, calendar: WorkingCalendar, dice: Dice): string {
  const day = localDate(after);
  const moment = minutesOf(after);
  if (workingDays === 0 && calendar.isWorkingDay(day) && moment < closes - 30) {
    return instantOn(day, dice.between(Math.max(opens, moment + 10), closes - 1), dice);
  }
  return instantOn(workingDay(day, Math.max(1, workingDays), calendar), dice.between(opens, closes - 1), dice);
}

/** The n-th working day after a date, or before it if n is negative. */
export function workingDay(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  let day = Temporal.PlainDate.from(date);
  for (let left = Math.abs(days); left > 0;) {
    day = day.add({ days: Math.sign(days) });
    if (calendar.isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
}

/** How many working days there are after a date, up to and including another. */
export function workingDaysUntil(date: LocalDate, last: LocalDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = Temporal.PlainDate.from(date).add({ days: 1 }); day.toString() <= last; day = day.add({ days: 1 })) {
    if (calendar.isWorkingDay(day.toString())) count += 1;
  }
  return count;
}

export const daysAfter = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString();

function minutesOf(instant: string): number {
  const { hour, minute } = onTheClock(instant);
  return 60 * hour + minute;
}
