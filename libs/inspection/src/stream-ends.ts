import type { Metadata, StoredEvent } from '#event-log';
import { prepared, type Database } from '#sqlite';

/** The last event of a stream, as far as the log has been read. */
export interface StreamEnd {
  readonly revision: number;
  readonly id: string;
  /** These three are empty where its metadata cannot be read. */
  readonly commandId: string;
  readonly fingerprint: string;
  readonly recordedAt: string;
}

const table = `
  CREATE TABLE stream_ends (
    stream      TEXT PRIMARY KEY,
    revision    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    commandId   TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    recordedAt  TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`;

/** Every stream that was met, and how far. They are as many as there are cases, so they lie in the scratch file and not in memory. */
export class StreamEnds {
  constructor(private readonly scratch: Database) {
    scratch.exec(table);
  }

  of(stream: string): StreamEnd | undefined {
    const select = 'SELECT revision, id, commandId, fingerprint, recordedAt FROM stream_ends WHERE stream = ?';
    return prepared<[string], StreamEnd>(this.scratch, select).get(stream);
  }

  put({ stream, revision, id }: StoredEvent, metadata: Metadata | undefined): void {
    const { commandId = '', fingerprint = '', recordedAt = '' } = metadata ?? {};
    prepared(this.scratch, 'INSERT OR REPLACE INTO stream_ends VALUES (?, ?, ?, ?, ?, ?)').run(
      ...[stream, revision, id, commandId, fingerprint, recordedAt],
    );
  }

  get count(): number {
    return prepared<[], number>(this.scratch, 'SELECT count(*) FROM stream_ends').pluck().get() ?? 0;
  }
}
