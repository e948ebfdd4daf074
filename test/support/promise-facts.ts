import type { Counted, FactOf, FactType, LocalDate, PromiseFact } from '#promises';

type Told<T extends FactType> = Omit<FactOf<T>, 'type' | 'eventId' | 'at' | 'on'>;

/** Something that happened to the promises of a case on a day. Its event is called after what it is, unless a test has two of the kind. */
export const fact = <T extends FactType>(type: T, on: LocalDate, told: Told<T>, eventId: string = type): PromiseFact =>
  // TypeScript cannot see that what is told belongs to the type.
  ({ ...told, type, eventId, on, at: `${on}T10:00:00.000Z` }) as unknown as PromiseFact;

/** Fourteen days from 2026-11-26, as Region Gotland promises. */
export const fourteenDays: Counted = {
  from: '2026-11-26',
  term: { unit: 'calendarDays', count: 14, roll: true },
  policy: 'gotland',
  policyVersion: 1,
  calendar: 'swedish-2018-2030',
};

/** An answer was promised by 2026-12-10. */
export const promised = (more: Partial<Told<'promised'>> = {}, eventId = 'promised'): PromiseFact =>
  fact('promised', '2026-11-26', { what: 'answer', due: '2026-12-10', counted: fourteenDays, ...more }, eventId);

export const answered = (on: LocalDate, eventId = 'answered'): PromiseFact => fact('told', on, { what: 'answer' }, eventId);

/** The relay took the notice that tells it. */
export const handedOver = (telling: string, on: LocalDate, notice = `notice of ${telling}`): PromiseFact =>
  fact('handed-over', on, { telling, notice }, `${notice} handed over`);

export const bounced = (notice: string, on: LocalDate): PromiseFact => fact('bounced', on, { notice }, `${notice} bounced`);

/** The relay will not take the notice that tells it. */
export const undeliverable = (telling: string, on: LocalDate, notice = `notice of ${telling}`): PromiseFact =>
  fact('undeliverable', on, { telling, notice }, notice);

/** A delay notice with a reason. */
export const delayed = (on: LocalDate, due: LocalDate, more: Partial<Told<'delay-notice-given'>> = {}, eventId = 'delayed'): PromiseFact =>
  fact('delay-notice-given', on, { of: 'answer', due, reasoned: true, ...more }, eventId);
