import { join } from 'node:path';
import { openDatabase } from '#sqlite';
import { median, perSecond, round, type Measured } from './figures.js';
import { append, submission } from './histories.js';
import { openLog } from './open-log.js';

const milliseconds = 3_000;

/** Submissions appended through the codec, against one-row transactions of the same SQLite at the same durability. */
export async function measureAppends(folder: string): Promise<Measured> {
  const { log, close } = await openLog(folder);
  const raw = rawWriter(join(folder, 'raw.db'));
  const rounds = [];
  let number = 0;
  const one = () => append(log, submission(number++));
  await perSecond(one, { workers: 64, milliseconds: 1_000 }); // warm up
  for (let turn = 0; turn < 3; turn++) {
    rounds.push({
      raw: raw.perSecond(milliseconds),
      alone: await perSecond(one, { workers: 1, milliseconds }),
      together: await perSecond(one, { workers: 64, milliseconds }),
    });
  }
  raw.close();
  await close();
  return {
    ratios: [
      { name: 'appends, 1 writer ÷ raw one-row transactions', ratio: round(median(rounds.map((r) => r.alone / r.raw))), floor: 0.3 },
      { name: 'appends, 64 writers ÷ raw one-row transactions', ratio: round(median(rounds.map((r) => r.together / r.raw))), floor: 2 },
    ],
    figures: [
      { name: 'raw one-row transactions, synchronous=FULL', value: round(median(rounds.map((r) => r.raw)), 0), unit: '/s' },
      { name: 'submissions appended by 64 writers', value: round(median(rounds.map((r) => r.together)), 0), unit: '/s' },
    ],
  };
}

/** The peer: what SQLite does with one row of the size of a submission in one transaction. */
function rawWriter(file: string) {
  const db = openDatabase(file, { synchronous: 'FULL' });
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows (data) VALUES (?)');
  const data = JSON.stringify(submission(0));
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
