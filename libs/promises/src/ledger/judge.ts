import type { LocalDate } from '../calendar-day.js';
import { firstDelivery } from './delivered.js';
import type { PromiseRecord } from './promise-record.js';
import { standingDate, type StandingDate } from './standing-date.js';

/** How a promise stands. `due` is the date last validly promised; `evidence` the events that the verdict rests on. */
export type Verdict = { readonly due: LocalDate; readonly evidence: readonly string[] } & (
  | { readonly state: 'open' }
  | { readonly state: 'kept'; readonly keptOn: LocalDate }
  /** `deliveredOn` if it came after all, too late. */
  | { readonly state: 'missed'; readonly deliveredOn: LocalDate | undefined }
  | { readonly state: 'released'; readonly reason: string }
);

/**
 * How a promise stands on a local day, by what is known. Kept is what was delivered by the date last validly promised; until the end of
 * that day it is open. Who is released after the date has passed has broken it all the same. Time that passes needs no event.
 */
export function judge(promise: PromiseRecord, today: LocalDate): Verdict {
  const standing = standingDate(promise);
  const { due } = standing;
  const delivery = firstDelivery(promise.attempts);
  const evidence = [promise.id, ...movedBy(standing)];
  if (delivery && delivery.on <= due)
    return { state: 'kept', due, keptOn: delivery.on, evidence: [...evidence, delivery.attempt, delivery.eventId] };

  const { release } = promise;
  if (release && !release.lifted && release.on <= due)
    return { state: 'released', due, reason: release.reason, evidence: [...evidence, release.eventId] };
  if (today <= due) return { state: 'open', due, evidence };
  return { state: 'missed', due, deliveredOn: delivery?.on, evidence: [...evidence, ...failures(promise)] };
}

/** The changes that count, and what delivered them. */
const movedBy = ({ changes }: StandingDate): string[] =>
  changes
    .filter(({ why }) => why === undefined)
    .flatMap(({ change }) => [change.eventId, ...(change.kind === 'extension' ? [firstDelivery([change])?.eventId ?? ''] : [])]);

/** What was tried, when it arrived and what refuted it. */
const failures = ({ attempts }: PromiseRecord): string[] =>
  attempts.flatMap(({ eventId, deliveries }) => [
    eventId,
    ...deliveries.flatMap(({ eventId: tried, refuted }) => [tried, ...(refuted === undefined || refuted.by === tried ? [] : [refuted.by])]),
  ]);
