import { join } from 'node:path';
import type { EventLog, Recorded } from '#event-log';
import { TableProcessor } from '#processors';
import { openDatabase, transaction } from '#sqlite';
import { inbox } from '#views';
import { median, round, type Measured } from './figures.js';
import { appendHistories } from './histories.js';
import { openLog } from './open-log.js';

const cases = 10_000;
const page = 500;

/** A view made anew from the log, against a bare loop that reads, parses and inserts each event once. */
export async function measureRebuild(folder: string): Promise<Measured> {
  const { log, close } = await openLog(folder);
  await appendHistories(log, cases);
  const rounds = [];
  for (let turn = 0; turn < 3; turn++) {
    rounds.push({ bare: await bareLoop(log, join(folder, `bare-${turn}.db`)), view: await rebuild(log, join(folder, `view-${turn}.db`)) });
  }
  await close();
  return {
    ratios: [
      { name: 'view rebuild ÷ bare loop of read, parse, insert', ratio: round(median(rounds.map((r) => r.view / r.bare))), floor: 0.5 },
    ],
    figures: [{ name: 'view rebuild', value: round(median(rounds.map((r) => r.view)), 0), unit: 'events/s' }],
  };
}

function rebuild(log: EventLog, file: string): Promise<number> {
  const processor = new TableProcessor(openDatabase(file, { synchronous: 'NORMAL' }), inbox());
  return eventsPerSecond(log, (events) => void processor.take(events, log.id));
}

function bareLoop(log: EventLog, file: string): Promise<number> {
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  db.exec('CREATE TABLE rows (id TEXT PRIMARY KEY, stream TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows VALUES (?, ?, ?, ?)');
  return eventsPerSecond(log, (events) => {
    transaction(db, () => {
      for (const { id, stream, type, data } of events) insert.run(id, stream, type, JSON.stringify(data));
    });
  });
}

async function eventsPerSecond(log: EventLog, take: (events: readonly Recorded[]) => void): Promise<number> {
  const stop = new AbortController();
  const start = performance.now();
  let count = 0;
  let events: Recorded[] = [];
  for await (const item of log.follow('start', { signal: stop.signal })) {
    if (item !== 'caught-up') events.push(item);
    if (events.length === page || (item === 'caught-up' && events.length > 0)) {
      take(events);
      count += events.length;
      events = [];
    }
    if (item === 'caught-up') stop.abort();
  }
  return (count * 1000) / (performance.now() - start);
}
