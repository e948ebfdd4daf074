import fc from 'fast-check';
import type { FactOf, FactType, LocalDate, PromiseFact } from '#promises';
import { answered, bounced, delayed, fact, fourteenDays, handedOver } from './promise-facts.js';

const firstDay = Date.UTC(2026, 10, 26);
const oneDay = 24 * 60 * 60 * 1000;
/** So many days after 2026-11-26, counted in UTC, where every day is equally long. */
export const dayNo = (number: number): LocalDate => new Date(firstDay + number * oneDay).toISOString().slice(0, 10);

/** Which day that is. */
export const daysFrom = (date: LocalDate): number => (Date.parse(date) - firstDay) / oneDay;

/** Something that may happen next, so many days after what happened before. The numbers pick among what there is. */
const happening = fc.record({
  wait: fc.nat(6),
  // What a verdict depends on most comes most often.
  what: fc.oneof(
    { arbitrary: fc.constantFrom('tell', 'mail', 'call', 'code', 'delay'), weight: 3 },
    { arbitrary: fc.constantFrom('bounce', 'refuse', 'close', 'withdraw', 'reopen', 'promise', 'correct', 'release'), weight: 2 },
  ),
  one: fc.nat(20),
  other: fc.nat(20),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The facts of a case with a promised answer: told or not, delivered, bounced, delayed, closed, reopened, in any order that a log can have. */
export const anyHistory: fc.Arbitrary<readonly PromiseFact[]> = fc
  .tuple(fc.option(fc.nat(2), { nil: undefined }), fc.array(happening, { maxLength: 14 }))
  .map(([atMost, happenings]) => {
    const facts: PromiseFact[] = [promise(0, 'promised', atMost)];
    let day = 0;
    happenings.forEach((next, index) => {
      day += next.wait;
      const made = making[next.what](next, { day, id: `event ${index}`, facts, atMost });
      if (made) facts.push(made);
    });
    return facts;
  });

interface Circumstances {
  readonly day: number;
  readonly id: string;
  readonly facts: readonly PromiseFact[];
  readonly atMost: number | undefined;
}

type Make = (next: Happening, around: Circumstances) => PromiseFact | undefined;

const making: Readonly<Record<Happening['what'], Make>> = {
  tell: (_, { day, id }) => answered(dayNo(day), id),
  mail: (next, { day, id, facts }) => ofTelling(facts, next, (telling) => handedOver(telling, dayNo(day), id)),
  // Written down some days after it was said, at times.
  call: (next, { day, id, facts }) =>
    ofTelling(facts, next, (telling) =>
      fact('told-otherwise', dayNo(day - (next.other % 3)), { telling, how: 'phone', by: 'officer' }, id),
    ),
  code: (next, { day, id, facts }) => ofTelling(facts, next, (telling) => fact('available-by-code', dayNo(day), { telling }, id)),
  delay: ({ one, other }, { day, id }) =>
    delayed(dayNo(day), dayNo(day + other), { reasoned: one % 5 > 0, ...(one % 3 === 0 && { latest: dayNo(day + 12) }) }, id),
  bounce: ({ one }, { day, facts }) => {
    const sent = picked(facts, one, 'handed-over');
    return sent && bounced(sent.notice, dayNo(day));
  },
  refuse: (next, { day, id, facts }) =>
    ofTelling(facts, next, (telling) => fact('undeliverable', dayNo(day), { telling, notice: `notice ${id}` }, id)),
  close: (_, { day, id }) => fact('closed', dayNo(day), { outcome: 'explained', withoutAnswer: false }, id),
  withdraw: (_, { day, id }) => fact('closed', dayNo(day), { outcome: 'withdrawn', withoutAnswer: true }, id),
  reopen: (_, { day, id }) => fact('reopened', dayNo(day), {}, id),
  promise: (_, { day, id, atMost }) => promise(day, id, atMost),
  correct: ({ one, other }, { day, id, facts }) => {
    const due = dayNo(day + other);
    const corrected = picked(facts, one, 'promised');
    return (
      corrected &&
      fact('corrected', dayNo(day), { promise: corrected.eventId, cause: 'policy', computed: due, due, counted: fourteenDays }, id)
    );
  },
  release: (_, { day, id }) => fact('released', dayNo(day), { what: 'answer', reason: 'referred' }, id),
};

function picked<T extends FactType>(facts: readonly PromiseFact[], number: number, ...types: T[]): FactOf<T> | undefined {
  const among = facts.filter(({ type }) => types.some((one) => one === type));
  return among[number % Math.max(among.length, 1)] as FactOf<T> | undefined;
}

function ofTelling(facts: readonly PromiseFact[], { one }: Happening, make: (telling: string) => PromiseFact): PromiseFact | undefined {
  const telling = picked(facts, one, 'told', 'delay-notice-given');
  return telling && make(telling.eventId);
}

const promise = (day: number, id: string, extensionsAtMost: number | undefined): PromiseFact =>
  fact(
    'promised',
    dayNo(day),
    { what: 'answer', due: dayNo(day + 14), counted: fourteenDays, ...(extensionsAtMost !== undefined && { extensionsAtMost }) },
    id,
  );
