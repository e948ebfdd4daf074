import type { Recorded } from '#event-log';
import { deliveryFacts, promiseFacts, toldIn } from '#ledger';
import { judge, ledgerOf, type PromiseFact } from '#promises';
import { openDatabase, type Database } from '#sqlite';
import { ask, promiseReport } from '#views';
import { Chance } from '#test/chance';
import { randomLog } from '#test/random-log';
import { median, round, type Measured } from './figures.js';

const rounds = 3;

/**
 * The report of a year, against reading the rows that it is made of; and how long it takes to judge the promises of one case.
 * @param file the view of the promises of 200,000 cases
 */
export function measureReports(file: string): Measured {
  const cold = Array.from({ length: rounds }, () => ({ rows: fresh(file, readRows), report: fresh(file, report) }));
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  const warm = Array.from({ length: rounds }, () => ({ rows: timed(() => readRows(db)), report: timed(() => report(db)) }));
  db.close();
  const ratio = (turns: readonly { rows: number; report: number }[]): number => round(median(turns.map((one) => one.report / one.rows)));
  return {
    ratios: [
      { name: 'report of a year of 200,000 cases ÷ reading those rows, cold', ratio: ratio(cold), ceiling: 3 },
      { name: 'report of a year of 200,000 cases ÷ reading those rows, warm', ratio: ratio(warm), ceiling: 3 },
    ],
    figures: [
      { name: 'report of a year of 200,000 cases, warm', value: round(median(warm.map((one) => one.report)) / 1000), unit: 's' },
      { name: 'the ledger of one case, from its facts to a verdict on each', value: round(microsecondsPerLedger(), 1), unit: 'µs' },
    ],
  };
}

const now = '2027-01-15T12:00:00.000Z';
const year = { from: '2026-01-01', to: '2026-12-31' };

const report = (db: Database): unknown => promiseReport(db, ask(year, now), 'everything');

/** As the driver hands them on fastest, and nothing else is done with them. */
function readRows(db: Database): number {
  const known = 'known_from <= :now AND :now < known_until';
  const ofYear = `SELECT * FROM case_versions WHERE received_date BETWEEN :from AND :to AND ${known}`;
  let count = 0;
  for (const _case of db
    .prepare(ofYear)
    .raw()
    .iterate({ ...year, now }))
    count += 1;
  for (const _promise of db.prepare(`SELECT * FROM promise_versions WHERE ${known}`).raw().iterate({ now })) count += 1;
  return count;
}

/** On a connection that has read nothing yet. */
function fresh(file: string, work: (db: Database) => unknown): number {
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  try {
    return timed(() => work(db));
  } finally {
    db.close();
  }
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Of a thousand random cases, with their delay notices, bounces and reopenings. */
function microsecondsPerLedger(): number {
  const histories = [...factsByCase(randomLog(new Chance(1), 1_000)).values()];
  const judgeAll = (): unknown => histories.map((facts) => ledgerOf(facts).map((promise) => judge(promise, '2026-12-31')));
  for (let warming = 0; warming < 20; warming++) judgeAll();
  return (median(Array.from({ length: 9 }, () => timed(judgeAll))) * 1000) / histories.length;
}

function factsByCase(log: readonly Recorded[]): Map<string, PromiseFact[]> {
  const facts = new Map<string, PromiseFact[]>();
  const received = new Map<string, Recorded>();
  const requests = new Map<string, Recorded>();
  for (const event of log) {
    if (event.type === 'NoticeRequested') requests.set(event.stream, event);
    const request = requests.get(event.stream);
    const stream = request ? `case-${(request.data as { caseId: string }).caseId}` : event.stream;
    const first = received.get(stream) ?? event;
    received.set(stream, first);
    const told = request
      ? deliveryFacts(event, { noticeId: event.stream, telling: request.metadata.causationId ?? '' })
      : promiseFacts(event, toldIn(first));
    facts.set(stream, [...(facts.get(stream) ?? []), ...told]);
  }
  return facts;
}
