import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent } from '#cases';
import type { EventLog, Recorded } from '#event-log';
import type { Organisation } from '#organisation';
import { DueWork } from '#reactions';
import { openScratch } from '#sqlite';
import { wholeOrganisation } from '#test/whole-organisation';
import { median, round, type Measured } from './figures.js';
import { submission } from './histories.js';

const page = 2_000;
/** Before anything of these cases is due. */
const today = '2025-12-31';
const recordedAt = '2025-12-31T09:00:00.000Z';

/** Looking for dated work where nothing is due, with many open cases, against few. */
export async function measureDueWork(folder: string): Promise<Measured> {
  mkdirSync(folder, { recursive: true });
  const org = await wholeOrganisation();
  const few = await withCases(join(folder, 'few.db'), 2_000, org);
  const many = await withCases(join(folder, 'many.db'), 200_000, org);
  const rounds = [];
  for (let turn = 0; turn < 3; turn++) rounds.push({ few: await look(few.work), many: await look(many.work) });
  return {
    ratios: [
      {
        name: 'due-work scan, nothing due, 200,000 cases ÷ 2,000',
        ratio: round(median(rounds.map((r) => r.many / r.few))),
        ceiling: 2,
      },
    ],
    figures: [
      { name: 'due-work scan, nothing due, 200,000 cases', value: round(median(rounds.map((r) => r.many)) * 1000, 1), unit: 'µs' },
      { name: 'due-work followed and reckoned, per case', value: round((many.madeIn * 1000) / 200_000, 0), unit: 'µs' },
      { name: 'due-work file of 200,000 cases', value: round(many.size / 2 ** 20, 0), unit: 'MiB' },
    ],
  };
}

async function withCases(file: string, cases: number, org: Organisation) {
  const db = openScratch(file); // what a server writes to it is not what is measured
  const work = new DueWork(db, { log: noLog, now: () => recordedAt, organisation: () => org });
  let madeIn = 0;
  for (let first = 0; first < cases; first += page) {
    const events = Array.from({ length: Math.min(page, cases - first) }, (_case, index) => recorded(first + index)).flat();
    const start = performance.now();
    work.take(events, 'bench');
    madeIn += performance.now() - start;
  }
  const start = performance.now();
  await work.upTo(today);
  madeIn += performance.now() - start;
  return { work, madeIn, size: statSync(file).size };
}

async function look(work: DueWork): Promise<number> {
  const times = [];
  for (let number = 0; number < 2_000; number++) {
    const start = performance.now();
    await work.upTo(today);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** As a log would hand it on; the log itself costs what it costs elsewhere. */
function recorded(number: number): Recorded<CaseEvent>[] {
  const { caseId, events } = submission(number);
  const metadata = { actor: 'submitter', commandId: caseId, correlationId: caseId, recordedAt, schemaVersion: 1 };
  return events.map((event, revision) => ({
    id: randomUUID(),
    stream: `case-${caseId}`,
    revision,
    position: `sqlite:${number * 10 + revision + 1}`,
    metadata,
    ...event,
  }));
}

/** Nothing is due, so nothing may be appended. */
const noLog = new Proxy({} as EventLog, {
  get: (_log, name) => {
    throw new Error(`nothing was due, and ${String(name)} was called`);
  },
});
