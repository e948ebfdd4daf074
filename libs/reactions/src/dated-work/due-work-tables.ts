import { caseEventTypes, type CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import { deliveryFacts, deliveryTypes, promiseFacts, toldIn } from '#ledger';
import { noticeIdOf, noticeKinds } from '#notices';
import {
  evolveLedger,
  localDate,
  promiseObservationTypes,
  workDoneBy,
  type Ledger,
  type LocalDate,
  type PromiseFact,
  type PromiseObservation,
} from '#promises';
import type { Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import { promisesOfCase, promisesTable, writePromises, type PromisesOfCase } from './promises-of-case.js';

/** Where it is recorded from which day on there is dated work. */
export const datedWorkStream = 'dated-work';

/** Names the file of these tables; the version rises when they, or what is written into them, change. */
export const dueWorkView = { name: 'due-work', version: 4 };

/** The promises of every case as the log tells them, each with the next day on which there is work. */
export function dueWorkTables(): Tables {
  /** What the events at hand have touched; written once, however many events there were. */
  const touched = new Map<string, PromisesOfCase>();

  const hear = (db: Database, caseId: string, change: (before: PromisesOfCase) => PromisesOfCase): void => {
    const before = touched.get(caseId) ?? promisesOfCase(db, caseId);
    if (!before) return; // a case whose first event is not to be read
    const after = change(before);
    if (after !== before) touched.set(caseId, { ...after, heard: before.heard + 1 });
  };

  const ofCase = (db: Database, event: Recorded): void => {
    const caseId = event.stream.slice('case-'.length);
    if (event.type === 'CaseReceived') touched.set(caseId, received(caseId, event));
    hear(db, caseId, (before) => withFacts(before, promiseFacts(event, before.told)));
  };
  const ofNotice = (db: Database, event: Recorded): void => {
    const noticeId = event.stream.slice('notice-'.length);
    hear(db, event.metadata.correlationId, (before) => {
      const telling = tellingOf(before.ledger, noticeId);
      return telling === undefined ? before : withFacts(before, deliveryFacts(event, { noticeId, telling }));
    });
  };
  const ofObservation = (db: Database, event: Recorded): void =>
    hear(db, event.stream.slice('promise-'.length), (before) => (event.revision <= before.observed ? before : observed(before, event)));

  return {
    ...dueWorkView,
    tables: ['promises', 'begun', 'reckoned_with'],
    schema: `
      ${promisesTable}
      CREATE TABLE begun (day TEXT NOT NULL) STRICT;
      CREATE TABLE reckoned_with (what TEXT NOT NULL) STRICT;`,
    on: {
      ...Object.fromEntries(caseEventTypes.map((type) => [type, ofCase])),
      ...Object.fromEntries(promiseObservationTypes.map((type) => [type, ofObservation])),
      ...Object.fromEntries(deliveryTypes.map((type) => [type, ofNotice])),
      DatedWorkBegun: (db, { metadata }) => void prepared<[string]>(db, 'INSERT INTO begun VALUES (?)').run(localDate(metadata.recordedAt)),
    },
    begin: () => touched.clear(),
    finish: (db) => {
      for (const promises of touched.values()) writePromises(db, promises);
    },
  };
}

/** The day before which no work is done; undefined if there is none. */
export const begunOn = (db: Database): LocalDate | undefined =>
  prepared<[], { day: string }>(db, 'SELECT min(day) AS day FROM begun').get()?.day ?? undefined;

function received(caseId: string, event: Recorded): PromisesOfCase {
  const { kind, receivedDate } = event.data as CaseFacts['CaseReceived'];
  return { caseId, told: toldIn(event), kind, receivedDate, ledger: [], done: [], observed: -1, observedAt: '', heard: 0 };
}

const withFacts = (before: PromisesOfCase, facts: readonly PromiseFact[]): PromisesOfCase =>
  facts.length === 0 ? before : { ...before, ledger: facts.reduce(evolveLedger, before.ledger) };

function observed(before: PromisesOfCase, event: Recorded): PromisesOfCase {
  const key = workDoneBy(event as unknown as PromiseObservation);
  const done = before.done.includes(key) ? before.done : [...before.done, key];
  return { ...before, done, observed: event.revision, observedAt: event.metadata.recordedAt };
}

/** Which telling a notice carries: its id was derived from it. */
const tellingOf = (ledger: Ledger, noticeId: string): string | undefined =>
  ledger
    .flatMap(({ attempts }) => attempts.map(({ eventId }) => eventId))
    .find((telling) => noticeKinds.some((kind) => noticeIdOf(telling, kind) === noticeId));
