import { firstDelivery, standingDate, type PromiseRecord } from '#promises';

/** What was known of a promise at a time: the dates from which its state follows on any day. */
export interface PromiseRow {
  readonly what: string;
  readonly made_on: string;
  /** The date last validly promised. */
  readonly due: string;
  /** The first delivery that nothing refutes. */
  readonly delivered_on: string | null;
  /** Null also where the release was lifted. */
  readonly released_on: string | null;
  /** Delay notices that moved the date, and those that did not: too late, without a reason, not arrived. */
  readonly delays_in_time: number;
  readonly delays_void: number;
}

export function promiseRow(promise: PromiseRecord): PromiseRow {
  const { due, changes } = standingDate(promise);
  const delays = changes.filter(({ change }) => change.kind === 'extension');
  const inTime = delays.filter(({ why }) => why === undefined).length;
  const { release } = promise;
  return {
    what: promise.what,
    made_on: promise.madeOn,
    due,
    delivered_on: firstDelivery(promise.attempts)?.on ?? null,
    released_on: release && !release.lifted ? release.on : null,
    delays_in_time: inTime,
    delays_void: delays.length - inTime,
  };
}

/**
 * How a promise stands on a day, as `judge` says it: kept is what arrived by the date last validly promised; released, what was
 * released by then; open, until the end of that day. A date that is not there is never early. `:today` is bound by who asks.
 */
export const promiseState = `
  CASE WHEN delivered_on <= due THEN 'kept'
       WHEN released_on <= due THEN 'released'
       WHEN :today <= due THEN 'open'
       ELSE 'missed' END`;
