import type { Recorded } from '#event-log';
import { deliveryFacts, promiseFacts, toldIn } from '#ledger';
import { TableProcessor } from '#processors';
import { judge, ledgerOf, localDate, type PromiseFact } from '#promises';
import { openDatabase, type Database } from '#sqlite';
import { Chance } from '#test/chance';
import { exampleOf } from '#test/event-schemas';
import { randomLog } from '#test/random-log';
import { promiseState } from './promise-row.js';
import { promises } from './promises.view.js';

/** A view of these events, taken so many at a time. */
function viewOf(log: readonly Recorded[], atOnce: number): Database {
  const db = openDatabase(':memory:', { synchronous: 'NORMAL' });
  const processor = new TableProcessor(db, promises());
  for (let first = 0; first < log.length; first += atOnce) processor.take(log.slice(first, first + atOnce), 'a-log');
  expect(processor.deadLetters()).toEqual([]);
  return db;
}

const tables = ['known_cases', 'case_versions', 'promise_versions', 'notices', 'organisation'];
const everyRow = (db: Database) => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).raw().all());

describe('the promises of every case', () => {
  it('are the same to the byte, live and made anew, however many events came at once', () => {
    const log = randomLog(new Chance(1), 150);
    const [live, ...others] = [1, 7, log.length].map((atOnce) => everyRow(viewOf(log, atOnce)));
    expect(live?.[1]?.length).toBeGreaterThan(300);
    for (const other of others) expect(other).toEqual(live);
  });

  it('stand on every day, as of every instant, as the ledger judges them', () => {
    const chance = new Chance(2);
    const log = randomLog(chance, 120);
    const db = viewOf(log, 500);
    const instants = log.map(({ metadata }) => metadata.recordedAt);
    const states = new Set<string>();
    for (const { data } of log.filter(({ type }) => type === 'CaseReceived')) {
      const { caseId } = data as { caseId: string };
      const asOf = chance.oneOf(instants) ?? '';
      const later = new Date(Date.parse(asOf) + chance.between(0, 20) * 86_400_000).toISOString();
      const judged = ledgerOf(factsOf(log, caseId, asOf)).map((promise) => {
        const { state, due } = judge(promise, localDate(later));
        return { what: promise.what, state, due };
      });
      expect(statesIn(db, { caseId, asOf, today: localDate(later) })).toEqual(judged);
      for (const { state } of judged) states.add(state);
    }
    expect([...states].sort()).toEqual(['kept', 'missed', 'open', 'released']);
  });

  it('say nothing of a person, and not what a case of strong secrecy concerns', () => {
    const rows = JSON.stringify(everyRow(viewOf(randomLog(new Chance(3), 50), 100)));
    for (const secret of ['karin@example.com', '070-1740612', 'IFO.EKONOMISKT', 'Plogbilen']) expect(rows).not.toContain(secret);
  });

  it('are not touched by what the staff are told, whether it arrives or not', () => {
    const log = randomLog(new Chance(5), 20);
    const last = log.at(-1)!;
    const story = ['DigestRequested', 'NoticeClaimed', 'NoticeHandedOver', 'NoticeBounced', 'NoticeFailed'].map((type, revision) => ({
      ...last,
      type,
      data: exampleOf(type),
      stream: 'notice-3b9e5a70-61cd-8f24-a8d7-5f0c2e91b46a',
      revision,
    }));
    expect(everyRow(viewOf([...log, ...story], 10))).toEqual(everyRow(viewOf(log, 10)));
  });

  it('set aside what is told of a case that was never received', () => {
    const [, ...rest] = randomLog(new Chance(4), 1);
    const processor = new TableProcessor(openDatabase(':memory:', { synchronous: 'NORMAL' }), promises());
    processor.take(rest, 'a-log');
    expect(processor.deadLetters()[0]?.cause).toContain('never received');
  });
});

const statesIn = (db: Database, asked: { caseId: string; asOf: string; today: string }) =>
  db
    .prepare(
      `SELECT what, ${promiseState} AS state, due FROM promise_versions JOIN known_cases USING (number)
       WHERE case_id = :caseId AND known_from <= :asOf AND :asOf < known_until ORDER BY place`,
    )
    .all(asked);

/** What was known of a case at an instant: all that came before the first event of it, in whatever stream, that was recorded later. */
function factsOf(log: readonly Recorded[], caseId: string, asOf: string): PromiseFact[] {
  const about = log.filter((event) => event.type !== 'NoticeRequested' && caseOf(log, event) === caseId);
  const later = about.findIndex(({ metadata }) => metadata.recordedAt > asOf);
  const known = later === -1 ? about : about.slice(0, later);
  const told = known[0] && toldIn(known[0]);
  return told ? known.flatMap((event) => [...promiseFacts(event, told), ...arrivals(log, event)]) : [];
}

function arrivals(log: readonly Recorded[], event: Recorded): readonly PromiseFact[] {
  const request = requestOf(log, event);
  return request
    ? deliveryFacts(event, { noticeId: event.stream.slice('notice-'.length), telling: request.metadata.causationId ?? '' })
    : [];
}

const caseOf = (log: readonly Recorded[], event: Recorded): string =>
  (requestOf(log, event)?.data as { caseId: string } | undefined)?.caseId ?? event.stream.slice(event.stream.indexOf('-') + 1);

/** The event that requested a notice; undefined if the stream is another. */
const requestOf = (log: readonly Recorded[], { stream }: Recorded): Recorded | undefined =>
  stream.startsWith('notice-') ? log.find((event) => event.stream === stream) : undefined;
