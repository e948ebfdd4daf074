import { boardNear, calendarOf, type Organisation } from '#organisation';
import { workingDaysBetween, type LocalDate } from '#promises';
import type { WeighedCase } from './figure.js';
import type { CountedCase } from './read-cases.js';

/** A counted case with what the organisation makes of it. */
export interface CaseOfOrganisation extends WeighedCase {
  /** The administration that worked for its board on the day of receipt, or on the board's first or last day if it did not exist then. */
  readonly administration: string | null;
}

/** The cases of an organisation. Many share a board and a day, and many wait as long as another: each is worked out once. */
export function* ofOrganisation(cases: Iterable<CountedCase>, organisation: Organisation): Generator<CaseOfOrganisation> {
  const calendar = calendarOf(organisation);
  const administrationOn = remembered(
    (board: string, date: LocalDate) => boardNear(organisation, board, date)?.administration.code ?? null,
  );
  const days = remembered((from: LocalDate, to: LocalDate) => workingDaysBetween(from, to, calendar));
  // Written into the rows, which nobody else has: to copy so many would take longer than to read them.
  for (const one of cases)
    yield Object.assign(one, {
      administration: administrationOn(one.board, one.receivedDate),
      daysToAnswer: one.answeredOn === null ? undefined : days(one.receivedDate, one.answeredOn),
    });
}

function remembered<Value>(work: (one: string, other: string) => Value): (one: string, other: string) => Value {
  const known = new Map<string, Value>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const value = work(one, other);
    known.set(key, value);
    return value;
  };
}
