import type { Position } from '#event-log';
import { prepared, type Database } from '#sqlite';
import type { Checkpoint } from './checkpoint.js';

export const checkpointTable = `
  CREATE TABLE checkpoint (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    log_id   TEXT NOT NULL,
    position TEXT NOT NULL,
    event_id TEXT NOT NULL
  ) STRICT`;

interface Row {
  log_id: string;
  position: Position;
  event_id: string;
}

export function readCheckpoint(db: Database): Checkpoint | undefined {
  const row = db.prepare<[], Row>('SELECT log_id, position, event_id FROM checkpoint').get();
  return row && { logId: row.log_id, position: row.position, eventId: row.event_id };
}

/** Compare and set: moves only from where the caller believes the checkpoint stands. False if it stands elsewhere. */
export function moveCheckpoint(db: Database, from: Checkpoint | undefined, to: Checkpoint): boolean {
  const { changes } = from
    ? prepared(db, 'UPDATE checkpoint SET log_id = ?, position = ?, event_id = ? WHERE event_id = ?').run(
        to.logId,
        to.position,
        to.eventId,
        from.eventId,
      )
    : prepared(db, 'INSERT INTO checkpoint VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING').run(to.logId, to.position, to.eventId);
  return changes === 1;
}
