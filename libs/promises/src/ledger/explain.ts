import { dueDateIfCovered, type CountedDay } from '../due-date.js';
import type { LocalDate } from '../calendar-day.js';
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
  /** Counted by a policy. `computed` is another date than `due` if it had passed when it was told, or if what was told is not what the rule gives. */
  | {
      readonly kind: 'counted';
      readonly counted: Counted;
      readonly computed: LocalDate;
      readonly due: LocalDate;
      readonly hadPassed: boolean;
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

function firstStep({ counted, due, madeOn }: PromiseRecord, calendarOf: (version: string) => WorkingCalendar): ExplainedStep {
  const found = counted && dueDateIfCovered(counted.from, counted.term, calendarOf(counted.calendar));
  if (!counted || !found) return { kind: 'set', due };
  const { due: computed, days } = found;
  const hadPassed = computed < madeOn;
  const later = hadPassed ? daysTo(due, computed, 'not-before-it-is-told') : [];
  return { kind: 'counted', counted, computed, due, hadPassed, days: [...days, ...later] };
}

function laterStep({ change, before, why }: WeighedChange, calendarOf: (version: string) => WorkingCalendar): ExplainedStep {
  const moved = { eventId: change.eventId, before, due: change.due, why };
  if (change.kind === 'extension')
    return { kind: 'extension', ...moved, days: why === undefined ? daysTo(change.due, before, 'extended') : [] };
  const { cause, counted, computed } = change;
  const days = dueDateIfCovered(counted.from, counted.term, calendarOf(counted.calendar))?.days ?? [];
  const notInThePast = daysTo(change.due, computed, 'not-before-it-is-told');
  return { kind: 'correction', cause, counted, computed, ...moved, days: why === undefined ? [...days, ...notInThePast] : [] };
}

/** Days that no term counts, each for the same reason. Of more than a year of them nobody is helped by a list. */
function daysTo(last: LocalDate, after: LocalDate, why: string): CountedDay[] {
  const days: CountedDay[] = [];
  for (let day = after; day < last; days.push({ date: day, counted: false, why })) {
    if (days.length === atMost) return [];
    day = dayAfter(day);
  }
  return days;
}
const atMost = 366;
