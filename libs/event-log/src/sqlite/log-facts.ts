import { openDatabase } from '#sqlite';
import { identityStream } from '../log-identity.js';

/** What a log in a SQLite file is, in figures. */
export interface LogFacts {
  readonly logId: string;
  readonly events: number;
  /** The id of the last event. */
  readonly head: string;
}

/**
 * Checks a log file that nobody else has open: the file as SQLite sees it, and that no stream has a gap.
 * @throws Error that says what is wrong
 */
export function checkLogFile(file: string): LogFacts {
  const db = openDatabase(file, { synchronous: 'FULL' });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`);
    const gap = db.prepare('SELECT stream FROM events GROUP BY stream HAVING count(*) <> max(revision) + 1 LIMIT 1').pluck().get();
    if (typeof gap === 'string') throw new Error(`${file} has a gap in ${gap}`);
    const identity = db.prepare('SELECT data FROM events WHERE stream = ? AND revision = 0').pluck().get(identityStream);
    if (identity === undefined) throw new Error(`${file} holds no log`);
    return {
      logId: (JSON.parse(identity as string) as { logId: string }).logId,
      events: db.prepare('SELECT count(*) FROM events').pluck().get() as number,
      head: db.prepare('SELECT id FROM events ORDER BY position DESC LIMIT 1').pluck().get() as string,
    };
  } finally {
    db.close();
  }
}
