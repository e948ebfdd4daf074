import type { Position, Recorded } from '#event-log';
import { prepared, type Database } from '#sqlite';

export const deadLetterTable = `
  CREATE TABLE dead_letters (
    event_id TEXT PRIMARY KEY,
    stream   TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position TEXT NOT NULL,
    type     TEXT NOT NULL,
    cause    TEXT NOT NULL
  ) STRICT`;

/** An event that could not be processed, or that waits behind one of its stream. */
export interface DeadLetter {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly cause: string;
}

/** The letters of one processor, sequenced: after one event of a stream has failed, all later ones of that stream wait. */
export class DeadLetters {
  private streams = new Set<string>();

  constructor(private readonly db: Database) {
    this.reload();
  }

  holds(stream: string): boolean {
    return this.streams.has(stream);
  }

  add({ id, stream, revision, position, type }: Recorded, cause: string): void {
    this.db
      .prepare('INSERT INTO dead_letters VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(id, stream, revision, position, type, cause);
    this.streams.add(stream);
  }

  all(): readonly DeadLetter[] {
    const sql = 'SELECT event_id AS eventId, stream, revision, position, type, cause FROM dead_letters ORDER BY rowid';
    return prepared<[], DeadLetter>(this.db, sql).all();
  }

  /** Reads again which streams wait; needed after a transaction that was rolled back. */
  reload(): void {
    this.streams = new Set(
      this.db
        .prepare<[], { stream: string }>('SELECT DISTINCT stream FROM dead_letters')
        .all()
        .map(({ stream }) => stream),
    );
  }
}
