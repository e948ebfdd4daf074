import fc from 'fast-check';
import {
  agendaOf,
  evolveLedger,
  judge,
  ledgerOf,
  standingDate,
  type FactOf,
  type Ledger,
  type LocalDate,
  type PromiseFact,
  type Verdict,
} from '#promises';
import { anyHistory, dayNo } from '#test/any-history';
import { handedOver } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const runs = { numRuns: 6_000 };
const today = fc.nat(120).map(dayNo);
const around = { plan: { reminders: [3, 1], escalations: [1, 3, 5] }, calendar };

const answersIn = (ledger: Ledger) => ledger.filter(({ what }) => what === 'answer');
const verdicts = (facts: readonly PromiseFact[], day: LocalDate): Verdict[] =>
  answersIn(ledgerOf(facts)).map((promise) => judge(promise, day));
/** The bare verdict, without what it rests on. */
const bare = ({ state, due, ...more }: Verdict) => [
  state,
  due,
  'keptOn' in more ? more.keptOn : 'deliveredOn' in more ? more.deliveredOn : undefined,
];

describe('of any history', () => {
  it('every verdict is what somebody finds who reads the facts one promise at a time', () => {
    fc.assert(
      fc.property(anyHistory, today, (facts, day) => {
        const promises = facts.filter((fact) => fact.type === 'promised');
        expect(verdicts(facts, day).map(bare)).toEqual(promises.map((promise) => naively(facts, promise, day)));
      }),
      runs,
    );
  });

  it('a ledger that lay in a view as JSON, and went on from there, is the one made at once', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(14), (facts, cut) => {
        const stored = JSON.parse(JSON.stringify(ledgerOf(facts.slice(0, cut)))) as Ledger;
        expect(facts.slice(cut).reduce(evolveLedger, stored)).toEqual(ledgerOf(facts));
      }),
      runs,
    );
  });

  it('nothing is kept without a delivery in time that nothing refutes, named as evidence', () => {
    fc.assert(
      fc.property(anyHistory, today, (facts, day) => {
        const refuted = new Set(facts.flatMap((fact) => (fact.type === 'bounced' ? [fact.notice] : [])));
        const proofs = facts.filter((fact) => isArrival(fact) && !('notice' in fact && refuted.has(fact.notice)));
        for (const verdict of verdicts(facts, day)) {
          const proof = proofs.filter(({ eventId, on }) => verdict.evidence.includes(eventId) && on <= verdict.due);
          expect(verdict.state === 'kept' && proof.length === 0).toBe(false);
        }
      }),
      runs,
    );
  });

  it('time alone changes a verdict only from open to missed, on the day after the date', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(120), (facts, number) => {
        const [before, after] = [verdicts(facts, dayNo(number)), verdicts(facts, dayNo(number + 1))];
        before.forEach((verdict, index) => {
          const passed = verdict.state === 'open' && verdict.due === dayNo(number);
          expect(after[index]?.state).toBe(passed ? 'missed' : verdict.state);
        });
      }),
      runs,
    );
  });

  it('what bounces is as if it had never been taken', () => {
    fc.assert(
      fc.property(anyHistory, today, (facts, day) => {
        const bounces = new Set(facts.flatMap((fact) => (fact.type === 'bounced' ? [fact.notice] : [])));
        const without = facts.filter((fact) => !('notice' in fact && bounces.has(fact.notice)));
        expect(verdicts(facts, day).map(bare)).toEqual(verdicts(without, day).map(bare));
      }),
      runs,
    );
  });

  it('a further delivery never makes a promise worse', () => {
    const rank = { kept: 2, released: 1, open: 1, missed: 0 };
    fc.assert(
      fc.property(anyHistory, today, fc.nat(20), (facts, day, pick) => {
        const tellings = facts.filter(({ type }) => type === 'told');
        const telling = tellings[pick % Math.max(tellings.length, 1)]?.eventId ?? '';
        const more = [...facts, handedOver(telling, facts.at(-1)?.on ?? '', 'one more')];
        const after = verdicts(more, day);
        verdicts(facts, day).forEach((verdict, index) => {
          expect(rank[after[index]!.state]).toBeGreaterThanOrEqual(rank[verdict.state]);
        });
      }),
      runs,
    );
  });

  it('two deliveries on one day may be recorded in either order', () => {
    fc.assert(
      fc.property(anyHistory, today, (facts, day) => {
        const at = facts.findLastIndex((fact, index) => isArrival(fact) && isArrival(facts[index + 1]));
        const [one, other] = [facts[at], facts[at + 1]];
        fc.pre(one !== undefined && other !== undefined);
        const swapped = [...facts.slice(0, at), other, one, ...facts.slice(at + 2)];
        expect(verdicts(swapped, day).map(bare)).toEqual(verdicts(facts, day).map(bare));
      }),
      { numRuns: 2_000 },
    );
  });

  it('the standing date is one that was told', () => {
    fc.assert(
      fc.property(anyHistory, (facts) => {
        const told = new Set(facts.flatMap((fact) => ('due' in fact ? [fact.due] : [])));
        for (const promise of answersIn(ledgerOf(facts))) expect(told.has(standingDate(promise).due)).toBe(true);
      }),
      runs,
    );
  });

  it('work stays as it is until the next day with work, and then there is more', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(60), (facts, number) => {
        const ledger = ledgerOf(facts);
        const now = dayNo(number);
        const next = agendaOf(ledger, around, now).nextOn;
        const keys = (day: LocalDate) => agendaOf(ledger, around, day).due.map(({ key }) => key);
        const from = Array.from({ length: 40 }, (_, more) => dayNo(number + more)).findLast((day) => next === undefined || day < next);
        const done = new Set(keys(now));
        expect(keys(from ?? now).filter((key) => !done.has(key))).toEqual([]);
        expect(new Set(keys(now)).size).toBe(keys(now).length);
        expect(next === undefined || keys(next).some((key) => !done.has(key))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Whether it says that something told has arrived. */
const isArrival = (fact: PromiseFact | undefined): fact is Extract<PromiseFact, { readonly telling: string }> =>
  fact !== undefined && 'telling' in fact && fact.type !== 'undeliverable';

type Promised = FactOf<'promised'>;

/** The same question asked of the raw facts, with nothing kept from one to the next. */
function naively(facts: readonly PromiseFact[], promise: Promised, today: LocalDate): unknown[] {
  const own = ownOf(facts, promise);
  const due = naivelyDue(facts, promise, own);
  const delivered = own
    .filter(({ type }) => type === 'told')
    .flatMap(({ eventId }) => arrivedOn(facts, eventId) ?? [])
    .sort()[0];
  if (delivered !== undefined && delivered <= due) return ['kept', due, delivered];
  const released = releasedOn(facts.slice(facts.indexOf(promise) + 1), own);
  if (released !== undefined && released <= due) return ['released', due, undefined];
  return today <= due ? ['open', due, undefined] : ['missed', due, delivered];
}

/** The facts between this promise and the next. */
function ownOf(facts: readonly PromiseFact[], promise: Promised): readonly PromiseFact[] {
  const made = facts.indexOf(promise);
  const next = facts.findIndex(({ type }, index) => index > made && type === 'promised');
  return facts.slice(made, next === -1 ? undefined : next);
}

const arrivedOn = (facts: readonly PromiseFact[], telling: string): LocalDate | undefined =>
  facts
    .filter((fact) => isArrival(fact) && fact.telling === telling)
    .filter((fact) => !facts.some((other) => other.type === 'bounced' && 'notice' in fact && other.notice === fact.notice))
    .map(({ on }) => on)
    .sort()[0];

function naivelyDue(facts: readonly PromiseFact[], promise: Promised, own: readonly PromiseFact[]): LocalDate {
  let { due } = promise;
  let extensions = 0;
  for (const fact of facts) {
    if (isCorrectionOf(fact, promise) && extensions === 0) due = earlier(due, fact.due);
    if (!own.includes(fact) || !isAllowed(fact) || fact.due <= due) continue;
    if (extensions === promise.extensionsAtMost || !hasArrived(facts, fact.eventId, due)) continue;
    due = fact.due;
    extensions += 1;
  }
  return due;
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

const hasArrived = (facts: readonly PromiseFact[], telling: string, by: LocalDate): boolean => (arrivedOn(facts, telling) ?? '9999') <= by;

const isCorrectionOf = (fact: PromiseFact, { eventId }: Promised): fact is FactOf<'corrected'> =>
  fact.type === 'corrected' && fact.promise === eventId;

const isAllowed = (fact: PromiseFact): fact is FactOf<'delay-notice-given'> =>
  fact.type === 'delay-notice-given' && fact.reasoned && fact.due <= (fact.latest ?? '9999');

/** The day of the release that is in force in the end. */
function releasedOn(later: readonly PromiseFact[], own: readonly PromiseFact[]): LocalDate | undefined {
  const ends = later.filter((fact) => (fact.type === 'released' && own.includes(fact)) || (fact.type === 'closed' && fact.withoutAnswer));
  const inForce = ends.reduce<PromiseFact | undefined>((before, fact) => {
    const isHeld = before === undefined || isLifted(later, before, fact);
    return isHeld || fact.type === 'released' ? fact : before;
  }, undefined);
  return inForce && !isLifted(later, inForce) ? inForce.on : undefined;
}

/** Whether a closing has been undone by a reopening, and nothing else was promised since, when another fact comes. */
function isLifted(later: readonly PromiseFact[], end: PromiseFact, until?: PromiseFact): boolean {
  const since = later.slice(later.indexOf(end) + 1, until ? later.indexOf(until) : undefined);
  const last = since.findLast(({ type }) => type === 'reopened' || type === 'promised');
  return end.type === 'closed' && last?.type === 'reopened';
}
