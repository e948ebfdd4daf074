import { dueDateIfCovered, type Term } from '../due-date.js';
import type { LocalDate } from '../calendar-day.js';
import { dateToTell } from '../date-to-tell.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { judge } from './judge.js';
import type { CorrectionCause, Counted, PolicyPromise } from './promise-fact.js';
import type { Ledger, PromiseRecord } from './promise-record.js';
import { standingDate } from './standing-date.js';

/** What has been put right. A new version is no correction: it holds for what is received from its first day. */
export type PutRight =
  | { readonly cause: 'calendar' }
  | {
      readonly cause: 'policy';
      readonly policy: string;
      readonly policyVersion: number;
      readonly terms: Readonly<Partial<Record<PolicyPromise, Term>>>;
    }
  | { readonly cause: 'receipt-date'; readonly from: LocalDate; readonly to: LocalDate };

/** What a correction does to one promise: told openly, also where the date stands. */
export interface Recount {
  readonly promise: string;
  readonly what: PolicyPromise;
  readonly cause: CorrectionCause;
  /** The date last validly promised. */
  readonly before: LocalDate;
  /** The date that the corrected rule gives. */
  readonly computed: LocalDate;
  /** The date that is promised from now on: never a later one, which takes a delay notice, and never one that has passed already. */
  readonly due: LocalDate;
  readonly counted: Counted;
}

/**
 * Which promises of an open case a correction touches, and to what. What is kept, missed or released keeps its verdict; so does every
 * closed case, which is never asked for.
 */
export const corrections = (
  ledger: Ledger,
  right: PutRight,
  { calendar, today }: { calendar: WorkingCalendar; today: LocalDate },
): readonly Recount[] =>
  ledger.flatMap((promise) => {
    const last = lastCount(promise, calendar);
    if (!last || judge(promise, today).state !== 'open') return [];
    const counted = countedBy(right, { promise, counted: last.counted, calendar });
    const computed = counted && dueDateIfCovered(counted.from, counted.term, calendar)?.due;
    if (!counted || computed === undefined || last.gave(computed)) return [];
    const { due: before, changes } = standingDate(promise);
    const told = dateToTell(computed, today, calendar);
    const isExtended = changes.some(({ change, why }) => change.kind === 'extension' && why === undefined);
    const due = told < before && !isExtended ? told : before;
    return [{ promise: promise.id, what: promise.what as PolicyPromise, cause: right.cause, before, computed, due, counted }];
  });

interface LastCount {
  readonly counted: Counted;
  /** Whether a date is the one that it gave, whether that was told or had passed already. */
  readonly gave: (computed: LocalDate) => boolean;
}

function lastCount({ due, madeOn, counted, changes }: PromiseRecord, calendar: WorkingCalendar): LastCount | undefined {
  const recount = changes.findLast((change) => change.kind === 'correction');
  if (recount) return { counted: recount.counted, gave: (computed) => computed === recount.computed };
  return counted && { counted, gave: (computed) => dateToTell(computed, madeOn, calendar) === due };
}

interface Recounting {
  readonly promise: PromiseRecord;
  readonly counted: Counted;
  readonly calendar: WorkingCalendar;
}

/** What a promise is counted by once it is put right; undefined if it is not concerned. */
function countedBy(right: PutRight, { promise, counted, calendar }: Recounting): Counted | undefined {
  const now = { ...counted, calendar: calendar.version };
  switch (right.cause) {
    case 'calendar':
      return now;
    case 'receipt-date':
      return counted.from === right.from ? { ...now, from: right.to } : undefined;
    case 'policy': {
      const term = right.terms[promise.what as PolicyPromise];
      return term && counted.policy === right.policy && counted.policyVersion === right.policyVersion ? { ...now, term } : undefined;
    }
  }
}
