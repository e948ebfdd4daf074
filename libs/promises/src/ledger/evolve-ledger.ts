import type { FactOf, FactType, PolicyPromise, PromiseFact, PromiseKind } from './promise-fact.js';
import type { Attempt, DateChange, Delivery, Ledger, PromiseRecord, Release } from './promise-record.js';
import { standingDate } from './standing-date.js';

/** The promises of a case, from all its facts in the order they were recorded. */
export const ledgerOf = (facts: Iterable<PromiseFact>): Ledger => [...facts].reduce(evolveLedger, []);

/** The promises of a case after one more fact. Total: what is recorded has happened, and what concerns no promise changes none. */
export function evolveLedger(ledger: Ledger, fact: PromiseFact): Ledger {
  // TypeScript cannot see that a fact and the step of its own type belong together.
  return (steps[fact.type] as (ledger: Ledger, fact: PromiseFact) => Ledger)(ledger, fact);
}

const steps: { readonly [Type in FactType]: (ledger: Ledger, fact: FactOf<Type>) => Ledger } = {
  promised: (ledger, { what, extensionsAtMost, ...fact }) => [...ledger.map(released(what)), made(what, { extensionsAtMost, ...fact })],
  told: (ledger, { what, eventId }) =>
    onLast(besides(ledger, what, eventId), isA(what), (promise) => attempted(promise, { eventId, deliveries: [] })),
  'told-besides': (ledger, { eventId }) => besides(ledger, 'anything', eventId),
  'delay-notice-given': giveDelayNotice,
  'handed-over': (ledger, { telling, notice, eventId, on }) => arrived(ledger, telling, { eventId, on, how: 'relay', notice }),
  'told-otherwise': (ledger, { telling, how, by, eventId, on }) => arrived(ledger, telling, { eventId, on, how, by }),
  'available-by-code': (ledger, { telling, eventId, on }) => arrived(ledger, telling, { eventId, on, how: 'code' }),
  undeliverable: (ledger, { telling, notice, eventId, on }) =>
    arrived(ledger, telling, { eventId, on, how: 'relay', notice, refuted: { by: eventId, on } }),
  bounced: (ledger, { notice, eventId, on }) =>
    eachAttempt(ledger, (attempt) => ({
      ...attempt,
      deliveries: attempt.deliveries.map((one) => (one.notice === notice ? { ...one, refuted: { by: eventId, on } } : one)),
    })),
  'clarification-asked': (ledger, { replyBy, ...fact }) => [...ledger, made('clarification-reply', { due: replyBy, ...fact })],
  'clarification-received': (ledger, fact) =>
    onLast(ledger, isA('clarification-reply'), (promise) => attempted(promise, done(fact, 'replied'))),
  'action-planned': (ledger, fact) => [...ledger, made('action', fact)],
  'action-completed': (ledger, fact) =>
    onLast(
      ledger,
      ({ action }) => action === fact.action,
      (promise) => attempted(promise, done(fact, 'done')),
    ),
  corrected: (ledger, { promise: id, type: _, at: __, ...correction }) =>
    onLast(
      ledger,
      (promise) => promise.id === id,
      (promise) => changed(promise, { kind: 'correction', ...correction }),
    ),
  released: (ledger, { what, reason, eventId, on }) =>
    onLast(ledger, isA(what), (promise) => ({ ...promise, release: { eventId, on, reason, byClosing: false, lifted: false } })),
  closed: close,
  reopened: (ledger) =>
    ledger.map((promise) => (promise.release?.byClosing && isOurs(promise) ? lift(promise, promise.release, true) : promise)),
};

/** What else is kept by what is told, if that arrives: whoever gets an answer knows that the case came in, and needs no word that it will be late. */
const weaker: Readonly<Record<PolicyPromise | 'delay-notice' | 'anything', readonly PromiseKind[]>> = {
  acknowledgement: [],
  answer: ['acknowledgement', 'delay-notice'],
  'review-acknowledgement': ['acknowledgement'],
  review: ['acknowledgement', 'review-acknowledgement', 'delay-notice'],
  'delay-notice': ['acknowledgement', 'review-acknowledgement', 'delay-notice'],
  anything: ['acknowledgement', 'review-acknowledgement'],
};

const besides = (ledger: Ledger, told: keyof typeof weaker, eventId: string): Ledger =>
  ledger.map((promise) => (weaker[told].includes(promise.what) ? attempted(promise, { eventId, deliveries: [], besides: true }) : promise));

/** A reply is the submitter's to give. */
const isOurs = ({ what }: PromiseRecord): boolean => what !== 'clarification-reply';

interface Making {
  readonly eventId: string;
  readonly at: string;
  readonly on: string;
  readonly due: string;
  readonly counted?: PromiseRecord['counted'];
  readonly extensionsAtMost?: number | undefined;
  readonly action?: string;
}

const made = (what: PromiseKind, { eventId, at, on, due, counted, extensionsAtMost, action }: Making): PromiseRecord => ({
  id: eventId,
  what,
  madeAt: at,
  madeOn: on,
  due,
  counted,
  extensionsAtMost,
  changes: [],
  attempts: [],
  release: undefined,
  action,
});

/** A delay notice is itself a promise: to tell before the date has passed. */
function giveDelayNotice(before: Ledger, { of, due, reasoned, latest, eventId, at, on }: FactOf<'delay-notice-given'>): Ledger {
  const ledger = besides(before, 'delay-notice', eventId);
  const late = ledger.findLast(isA(of));
  if (!late) return ledger;
  const notice: Attempt = { eventId, deliveries: [] };
  const told = onLast(ledger, isA(of), (promise) => changed(promise, { kind: 'extension', due, reasoned, latest, ...notice }));
  return [...told, attempted(made('delay-notice', { eventId, at, on, due: standingDate(late).due }), notice)];
}

/** Where an outcome permits it, nobody waits for an answer any more; nor for a reply, once the case is closed. */
function close(ledger: Ledger, { outcome, withoutAnswer, eventId, on }: FactOf<'closed'>): Ledger {
  const release: Release = { eventId, on, reason: outcome, byClosing: true, lifted: false };
  const ends = (what: PromiseKind): boolean =>
    what === 'clarification-reply' || (withoutAnswer && what !== 'acknowledgement' && what !== 'action');
  return ledger.map((promise) => (ends(promise.what) && isHeld(promise) ? { ...promise, release } : promise));
}

const isHeld = ({ release }: PromiseRecord): boolean => release === undefined || release.lifted;

const lift = (promise: PromiseRecord, release: Release, lifted: boolean): PromiseRecord => ({
  ...promise,
  release: { ...release, lifted },
});

/** Who is promised anew, when a case is taken up again, is not owed what they were released from as well. */
const released =
  (what: PromiseKind) =>
  (promise: PromiseRecord): PromiseRecord =>
    promise.what === what && promise.release?.lifted ? lift(promise, promise.release, false) : promise;

const isA =
  (what: PromiseKind) =>
  (promise: PromiseRecord): boolean =>
    promise.what === what;

const attempted = (promise: PromiseRecord, attempt: Attempt): PromiseRecord => ({ ...promise, attempts: [...promise.attempts, attempt] });

const changed = (promise: PromiseRecord, change: DateChange): PromiseRecord => ({ ...promise, changes: [...promise.changes, change] });

const done = ({ eventId, on }: { readonly eventId: string; readonly on: string }, how: 'done' | 'replied'): Attempt => ({
  eventId,
  deliveries: [{ eventId, on, how }],
});

/** The last promise of a kind is the one that is spoken of: an earlier one was met, or given up, before it was made. */
function onLast(ledger: Ledger, isMeant: (promise: PromiseRecord) => boolean, change: (promise: PromiseRecord) => PromiseRecord): Ledger {
  const index = ledger.findLastIndex(isMeant);
  return ledger.map((promise, each) => (each === index ? change(promise) : promise));
}

const arrived = (ledger: Ledger, telling: string, delivery: Delivery): Ledger =>
  eachAttempt(ledger, (attempt) => (attempt.eventId === telling ? { ...attempt, deliveries: [...attempt.deliveries, delivery] } : attempt));

/** A delay notice stands in two places: as what was promised, and as what moves the date of something else. */
const eachAttempt = (ledger: Ledger, change: <A extends Attempt>(attempt: A) => A): Ledger =>
  ledger.map((promise) => ({
    ...promise,
    attempts: promise.attempts.map(change),
    changes: promise.changes.map((each) => (each.kind === 'extension' ? change(each) : each)),
  }));
