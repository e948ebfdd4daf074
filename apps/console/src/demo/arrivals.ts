import type { Channel } from '#cases';
import { localDate, type LocalDate, type WorkingCalendar } from '#promises';
import type { Dice } from './dice.js';
import type { Synthetic } from './synthetic.js';
import { daysAfter, instantOn, workingDay } from './work-hours.js';

/** The days of so many submissions in the year before an instant; fewer on days that are not worked. In order. */
export function daysOfArrival(count: number, until: string, { calendar, dice }: { calendar: WorkingCalendar; dice: Dice }): LocalDate[] {
  const last = localDate(until);
  const days: LocalDate[] = [];
  while (days.length < count) {
    const day = daysAfter(last, -dice.between(0, 364));
    if (calendar.isWorkingDay(day) || dice.chance(0.45)) days.push(day);
  }
  return days.sort();
}

/** When it is taken in: what comes by itself at any hour, what a person has to take in when somebody is at work. */
export function takenInAt({ on, channel }: Synthetic, calendar: WorkingCalendar, dice: Dice): string {
  if (channel === 'web') return instantOn(on, dice.between(6 * 60, 23 * 60 + 30), dice);
  const day = calendar.isWorkingDay(on) ? on : workingDay(on, 1, calendar);
  const [first, last] = hours[channel];
  return instantOn(day, dice.between(first * 60, last * 60), dice);
}

const hours: Readonly<Record<Exclude<Channel, 'web'>, readonly [number, number]>> = {
  email: [8, 16],
  phone: [8, 16],
  visit: [10, 15],
  letter: [9, 11],
  'social-media': [8, 16],
};
