import { dueDate, type CountedDay } from '../due-date.js';
import type { LocalDate } from '../local-date.js';
import { dayAfter } from '../next-day.js';
import type { WorkingCalendar } from '../working-calendar.js';
import type { CorrectionCause, Counted } from './promise-fact.js';
import type { PromiseRecord } from './promise-record.js';
import { standingDate, type NoMove, type WeighedChange } from './standing-date.js';

/** Why a promise has the date it has: how the date was first set, and all that was to move it. Codes; the words belong to the edge. */
export interface Explanation {
  /** The date last validly promised. */
  readonly due: LocalDate;
  readonly steps: readonly ExplainedStep[];
}

export type ExplainedStep =
  /** Counted by a policy. `computed` is another date than `due` only if what was told is not what the rule gives. */
  | {
      readonly kind: 'counted';
      readonly counted: Counted;
      readonly computed: LocalDate;
      readonly due: LocalDate;
      readonly days: readonly CountedDay[];
    }
  /** Set by a person. */
  | { readonly kind: 'set'; readonly due: LocalDate }
  | ({ readonly kind: 'extension' } & Moved)
  | ({ readonly kind: 'correction'; readonly cause: CorrectionCause; readonly counted: Counted; readonly computed: LocalDate } & Moved);

interface Moved {
  readonly eventId: string;
  readonly before: LocalDate;
  /** The date that it told. */
  readonly due: LocalDate;
  /** Why it moved nothing; undefined if it did. */
  readonly why: NoMove | undefined;
  /** The days it added, or counted anew; none if it moved nothing. */
  readonly days: readonly CountedDay[];
}

/** @param calendarOf the calendar of a version: each date is explained by the one it was counted with */
export function explain(promise: PromiseRecord, calendarOf: (version: string) => WorkingCalendar): Explanation {
  const { due, changes } = standingDate(promise);
  return { due, steps: [firstStep(promise, calendarOf), ...changes.map((change) => laterStep(change, calendarOf))] };
}

function firstStep({ counted, due }: PromiseRecord, calendarOf: (version: string) => WorkingCalendar): ExplainedStep {
  if (!counted) return { kind: 'set', due };
  const { due: computed, days } = dueDate(counted.from, counted.term, calendarOf(counted.calendar));
  return { kind: 'counted', counted, computed, due, days };
}

function laterStep({ change, before, why }: WeighedChange, calendarOf: (version: string) => WorkingCalendar): ExplainedStep {
  const moved = { eventId: change.eventId, before, due: change.due, why };
  if (change.kind === 'extension')
    return { kind: 'extension', ...moved, days: why === undefined ? daysTo(change.due, dayAfter(before), 'extended') : [] };
  const { cause, counted, computed } = change;
  const { days } = dueDate(counted.from, counted.term, calendarOf(counted.calendar));
  const notInThePast = daysTo(change.due, dayAfter(computed), 'not-before-it-is-told');
  return { kind: 'correction', cause, counted, computed, ...moved, days: why === undefined ? [...days, ...notInThePast] : [] };
}

/** Days that no term counts, each for the same reason. */
function daysTo(last: LocalDate, first: LocalDate, why: string): CountedDay[] {
  const days: CountedDay[] = [];
  for (let date = first; date <= last; date = dayAfter(date)) days.push({ date, counted: false, why });
  return days;
}
