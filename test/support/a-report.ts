import type { Recorded } from '#event-log';
import { readOrganisationFolder } from '#node';
import { streamOf } from '#organisation';
import { TableProcessor } from '#processors';
import { openDatabase, type Database } from '#sqlite';
import type { Chance } from '#test/chance';
import type { NaiveFigures } from '#test/naive-report';
import { randomLog } from '#test/random-log';
import { ask, promiseReport, promises, type Asked, type ReportGroup } from '#views';

/** When the last of the made-up events had been recorded. */
export const end = '2027-06-30T12:00:00.000Z';

/** A year of made-up cases at Region Gotland. */
export async function yearOf(chance: Chance, cases: number): Promise<{ db: Database; log: readonly Recorded[] }> {
  const log = randomLog(chance, cases);
  return { db: await viewOf(log), log };
}

export async function viewOf(log: readonly Recorded[]): Promise<Database> {
  const db = openDatabase(':memory:', { synchronous: 'NORMAL' });
  const processor = new TableProcessor(db, promises());
  processor.take([...(await regionGotland()), ...log], 'a-log');
  expect(processor.deadLetters()).toEqual([]);
  return db;
}

async function regionGotland(): Promise<readonly Recorded[]> {
  const events = await readOrganisationFolder('organisations/region-gotland');
  return events.map((event, revision) => ({
    id: `organisation ${revision}`,
    stream: streamOf(event),
    revision,
    position: `sqlite:${revision + 1}`,
    type: event.type,
    data: event.data,
    metadata: { actor: 'system', commandId: '', correlationId: '', schemaVersion: 1, recordedAt: '2025-12-01T08:00:00.000Z' },
  }));
}

export const report = (db: Database, asked: Asked) => promiseReport(db, ask(asked, end), 'everything').groups;
export const nameOf = ({ view, by }: ReportGroup): string => [view, ...Object.values(by)].join(' ');
export const figuresOf = ({ figures }: ReportGroup): NaiveFigures =>
  Object.fromEntries(figures.map(({ figure, value, n }) => [figure, [value, n]]));
