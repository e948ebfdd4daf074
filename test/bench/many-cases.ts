import { join } from 'node:path';
import { openDatabase, type Database } from '#sqlite';
import { inbox, listCases, promises, type InboxFilter } from '#views';
import type { Reach } from '#cases';
import type { Tables } from '#processors';
import { dueWorkView } from '#reactions';
import { measureDueWork } from './due-work.js';
import { percentile, median, round, type Measured } from './figures.js';
import { appendHistories } from './histories.js';
import { openLog } from './open-log.js';
import { measureReports } from './reports.js';
import { rebuild, serve } from './serve.js';

const everything: Reach = { boards: ['SON', 'HSN', 'BUN'], triageOf: ['RS'], anyTriage: false, others: 'whole' };

/** What a server does with many cases, against one with few: a page of the inbox, the report of their year, the look for dated work. */
export async function measureManyCases(folder: string): Promise<Measured> {
  const [few, many] = [join(folder, 'few'), join(folder, 'many')];
  const small = await serverWith(few, 2_000);
  await small.server.stop();
  const large = await serverWith(many, 200_000);
  const memory = await large.server.memory();
  await large.server.stop();

  const rounds = [];
  for (let turn = 0; turn < 3; turn++) rounds.push(p95(large.db) / p95(small.db));
  small.db.close();
  large.db.close();
  const reports = measureReports(viewIn(many, promises()));
  const dueWork = await measureDueWork({ few: viewIn(few, dueWorkView), many: viewIn(many, dueWorkView) });
  return {
    ratios: [
      { name: 'inbox p95 with 200,000 cases ÷ with 2,000', ratio: round(median(rounds)), ceiling: 2 },
      ...reports.ratios,
      ...dueWork.ratios,
    ],
    figures: [
      { name: 'memory of a server with 200,000 cases', value: round(memory / 2 ** 20, 0), unit: 'MiB' },
      { name: 'all views made anew from 200,000 cases', value: round(large.rebuiltIn / 1000, 1), unit: 's' },
      { name: 'from start to ready with 200,000 cases', value: round(large.server.readyAfter / 1000, 1), unit: 's' },
      ...reports.figures,
      ...dueWork.figures,
    ],
  };
}

const viewIn = (folder: string, { name, version }: Pick<Tables, 'name' | 'version'>): string =>
  join(folder, 'views', `${name}.v${version}.db`);

/** A log with so many cases, the inbox that was made of it, and a server on both. */
async function serverWith(folder: string, cases: number) {
  const { log, close } = await openLog(folder);
  await appendHistories(log, cases);
  await close();
  const start = performance.now();
  await rebuild(folder);
  const rebuiltIn = performance.now() - start;
  const server = await serve(folder);
  return { server, rebuiltIn, db: openDatabase(viewIn(folder, inbox()), { synchronous: 'NORMAL' }) };
}

/** First pages, later pages, with and without filters: what a day at work asks for. */
function p95(db: Database): number {
  const filters: Omit<InboxFilter, 'limit'>[] = [
    {},
    { boards: ['TN'] },
    { status: 'with-board' },
    { boards: ['SON'], status: 'answered' },
    { kind: 'berom' },
    { dueBy: '2026-06-30' },
    { after: { due: '2026-07-01', caseId: '8' } },
  ];
  const times = Array.from({ length: 700 }, (_call, number) => {
    const start = performance.now();
    listCases(db, everything, { ...filters[number % filters.length], limit: 50 });
    return performance.now() - start;
  });
  return percentile(times.slice(200), 95);
}
