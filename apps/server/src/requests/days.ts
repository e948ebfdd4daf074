import { asInstant, daysAround, firstDayOfAll, isCalendarDay, isInstant, localDate, type LocalDate } from '#promises';
import { RequestProblem } from '../problems/problem.js';
import { registerDecorator } from './rules.js';

/** A day that there is, as `2026-11-26`. Whether it can be meant, the command says, who knows what it is for. */
export const IsDay = (): PropertyDecorator => isWritten('isDay', isCalendarDay);

/** An instant with its time zone, as `2026-11-26T12:00:00Z`. */
export const IsInstant = (): PropertyDecorator => isWritten('isInstant', isInstant);

function isWritten(name: string, rule: (text: string) => boolean): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => typeof value === 'string' && rule(value) },
    });
  };
}

type Wrong = NonNullable<RequestProblem['errors']>[number];
const refuse = (wrong: Wrong): never => {
  throw new RequestProblem(422, 'invalid-request', [wrong]);
};

/** Whether a day can be asked about: one of those that a case can speak of. */
export function isDayToAskAbout(day: unknown, now: string): boolean {
  const { first, last } = daysAround(localDate(now));
  return typeof day === 'string' && isCalendarDay(day) && day >= first && day <= last;
}

/** Whether a day of receipt can be meant, and lies so far back that its year may be mistyped. */
export const isLongAgo = (day: string, today: LocalDate): boolean =>
  isCalendarDay(day) && day >= firstDayOfAll && Date.parse(today) - Date.parse(day) > 30 * aDay;

const aDay = 24 * 3_600_000;

export function requireDayToAskAbout(field: string, day: string | undefined, now: string): void {
  if (day !== undefined && !isDayToAskAbout(day, now)) refuse({ field, code: 'date-outside-the-calendar' });
}

/** What was known at an instant, in the form that the log writes it: one that has been. */
export function instantToAskAbout(field: string, asked: string, now: string): string {
  const instant = asInstant(asked);
  if (instant > now) refuse({ field, code: 'in-the-future' });
  if (instant < firstDayOfAll) refuse({ field, code: 'date-outside-the-calendar' });
  return instant;
}
