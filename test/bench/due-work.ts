import type { EventLog } from '#event-log';
import { DueWork } from '#reactions';
import { openDatabase } from '#sqlite';
import { wholeOrganisation } from '#test/whole-organisation';
import { median, round, type Measured } from './figures.js';

/** Before anything of the cases is due. */
const today = '2025-12-31';
const now = '2025-12-31T09:00:00.000Z';

/** Looking for dated work where nothing is due, in the file that a server keeps of 200,000 cases, against that of 2,000. */
export async function measureDueWork(files: { readonly few: string; readonly many: string }): Promise<Measured> {
  const few = await reckoned(files.few);
  const many = await reckoned(files.many);
  const rounds = [];
  for (let turn = 0; turn < 3; turn++) rounds.push({ few: await look(few.work), many: await look(many.work) });
  few.close();
  many.close();
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
      { name: 'the next day of work reckoned, per case', value: round((many.reckonedIn * 1000) / 200_000, 0), unit: 'µs' },
    ],
  };
}

/** The work of all cases in a file, each with its next day as it was on the day before the first. */
async function reckoned(file: string) {
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  const org = await wholeOrganisation();
  const work = new DueWork(db, { log: noLog, now: () => now, organisation: () => org });
  const start = performance.now();
  await work.upTo(today);
  return { work, reckonedIn: performance.now() - start, close: () => db.close() };
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

/** Nothing is due, so nothing may be appended. */
const noLog = new Proxy({} as EventLog, {
  get: (_log, name) => {
    throw new Error(`nothing was due, and ${String(name)} was called`);
  },
});
