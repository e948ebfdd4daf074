import { sqliteCode, transaction, type Database } from '#sqlite';
import { type Revision } from '../event-log.js';
import { type EncodedEvent } from '../event-store.js';

/** One append that waits to be committed. */
export interface Job {
  readonly number: number;
  readonly stream: string;
  readonly expected: Revision | 'no-stream';
  readonly events: readonly EncodedEvent[];
}

/** What became of it. `unavailable`: nothing was written. `unknown`: nobody can say, and the process is to end. */
export type Outcome =
  | { readonly number: number; readonly is: 'appended' | 'repeated'; readonly revision: Revision; readonly row: number }
  | { readonly number: number; readonly is: 'wrong-revision' }
  | { readonly number: number; readonly is: 'unavailable' | 'unknown'; readonly reason: string };

/**
 * Commits many appends with one wait for the disk; each is accepted or refused on its own. A refused one has written
 * nothing, because all is checked before its first row is inserted.
 */
export function groupCommit(db: Database): (jobs: readonly Job[]) => Outcome[] {
  const append = appender(db);
  return (jobs) => {
    try {
      return transaction(db, () => jobs.map(append));
    } catch (error) {
      const is = wroteNothing(error) ? 'unavailable' : 'unknown';
      return jobs.map(({ number }) => ({ number, is, reason: String(error) }));
    }
  };
}

/** A full disk and a lock held too long leave nothing behind. After any other failure, an fsync error above all, the rows may or may not be there after a restart. */
function wroteNothing(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_FULL' || code === 'SQLITE_BUSY';
}

function appender(db: Database): (job: Job) => Outcome {
  const head = db.prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1').pluck();
  const standing = db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
  const insert = db.prepare('INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');

  return ({ number, stream, expected, events }) => {
    const next = expected === 'no-stream' ? 0 : expected + 1;
    const last = next + events.length - 1;
    const found = (head.get(stream) as number | undefined) ?? -1;
    if (found + 1 === next) {
      let row = 0;
      for (const [index, { id, type, data, metadata }] of events.entries()) {
        row = Number(insert.run(stream, next + index, id, type, data, metadata).lastInsertRowid);
      }
      return { number, is: 'appended', revision: last, row };
    }
    // A retry: these very events stand at the expected place already. The same rule as EventStoreDB's.
    const there = standing.all(stream, next, events.length) as { id: string; position: number }[];
    const same = events.every(({ id }, index) => there[index]?.id === id);
    const row = there.at(-1)?.position;
    return same && row !== undefined ? { number, is: 'repeated', revision: last, row } : { number, is: 'wrong-revision' };
  };
}
