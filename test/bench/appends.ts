import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '#event-log';
import { openDatabase } from '#sqlite';
import { median, perSecond, round, type Measured } from './figures.js';
import { append, submission } from './histories.js';
import { openLog } from './open-log.js';

const milliseconds = 2_000;
/** Made before the time runs, more than can be appended in it. */
const prepared = 20_000;

/**
 * Submissions appended through the codec, against one-row transactions of the same SQLite at the same durability. A submission is
 * five events in one append, with five sealed fields; what that is event against row is told besides.
 */
export async function measureAppends(folder: string): Promise<Measured> {
  const { log, close } = await openLog(folder);
  const raw = rawWriter(join(folder, 'raw.db'));
  await submissionsPerSecond(log, 64); // warm up
  const rounds: { raw: number; alone: number; together: number }[] = [];
  for (let turn = 0; turn < 3; turn++) {
    rounds.push({
      raw: raw.perSecond(milliseconds),
      alone: await submissionsPerSecond(log, 1),
      together: await submissionsPerSecond(log, 64),
    });
  }
  raw.close();
  await close();
  const { length: events } = submission(0).events;
  const toRaw = (which: 'alone' | 'together') => median(rounds.map((round) => round[which] / round.raw));
  return {
    ratios: [
      { name: 'submissions appended by 1 writer ÷ raw one-row transactions', ratio: round(toRaw('alone')), floor: 0.3 },
      { name: 'submissions appended by 64 writers ÷ raw one-row transactions', ratio: round(toRaw('together')), floor: 2 },
    ],
    figures: [
      { name: 'a sync of 4 KiB on this disk', value: round(syncMicroseconds(join(folder, 'sync')), 0), unit: 'µs' },
      { name: 'raw one-row transactions, synchronous=FULL', value: round(median(rounds.map((r) => r.raw)), 0), unit: '/s' },
      { name: 'submissions appended by 1 writer', value: round(median(rounds.map((r) => r.alone)), 0), unit: '/s' },
      { name: 'the same, event against row', value: round(toRaw('alone') * events), unit: '' },
      { name: 'submissions appended by 64 writers', value: round(median(rounds.map((r) => r.together)), 0), unit: '/s' },
      { name: 'the same, event against row', value: round(toRaw('together') * events), unit: '' },
    ],
  };
}

/** What a commit waits for, as in a WAL that is used again. The shorter it is, the more the ratios compare processor time. */
function syncMicroseconds(file: string): number {
  const [page, pages] = [4096, 1_000];
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, Buffer.alloc(page * pages));
  fdatasyncSync(descriptor);
  const times = Array.from({ length: pages }, (_, number) => {
    writeSync(descriptor, Buffer.alloc(page), 0, page, number * page);
    const start = performance.now();
    fdatasyncSync(descriptor);
    return performance.now() - start;
  });
  closeSync(descriptor);
  return median(times) * 1000;
}

function submissionsPerSecond(log: EventLog, workers: number): Promise<number> {
  const submissions = Array.from({ length: prepared }, (_, number) => submission(number));
  const next = () => submissions.pop() ?? submission(0);
  return perSecond(() => append(log, next()), { workers, milliseconds });
}

/** The peer: what SQLite does with one row in one transaction, as large as the first event of a submission. */
function rawWriter(file: string) {
  const db = openDatabase(file, { synchronous: 'FULL' });
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows (data) VALUES (?)');
  const data = JSON.stringify(submission(0).events[0]);
  return {
    perSecond: (duration: number): number => {
      const start = performance.now();
      let done = 0;
      while (performance.now() - start < duration) {
        insert.run(data);
        done += 1;
      }
      return (done * 1000) / (performance.now() - start);
    },
    close: () => db.close(),
  };
}
