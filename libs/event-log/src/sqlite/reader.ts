import { type Database } from '#sqlite';
import { type Revision } from '../event-log.js';
import { type StoredEvent } from '../event-store.js';
import { positionOf } from './position.js';

/** A page is full when it has so many events, or so many characters; a reader that is slow holds no more than that. */
const pageEvents = 200;
const pageCharacters = 4 * 1024 * 1024;
/** Most streams are short; read in one go they need no cursor. */
const streamPage = 40;

/** As an array: what the driver makes of a row with names is a hash table, slow to make and to read. */
type Row = readonly [position: number, stream: string, revision: Revision, id: string, type: string, data: string, metadata: string];

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Whether there may be more behind it. */
  readonly full: boolean;
}

/** Reads in pages, each in one go: no cursor is open, and no snapshot held, while the caller does something else. */
export function pages(db: Database) {
  const columns = 'position, stream, revision, id, type, data, metadata';
  const select = (which: string) => db.prepare(`SELECT ${columns} FROM events WHERE ${which}`).raw();
  const after = select(`position > ? ORDER BY position LIMIT ${pageEvents}`);
  const forwards = select(`stream = ? AND revision >= ? ORDER BY revision LIMIT ${streamPage}`);
  const backwards = select(`stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ${streamPage}`);
  const at = select('position = ?');
  const head = db.prepare('SELECT max(position) FROM events').pluck();

  return {
    after: (row: number): Page => collect(after.iterate(row) as IterableIterator<Row>),
    forwards: (stream: string, from: Revision): Page => ofStream(forwards.all(stream, from) as Row[]),
    backwards: (stream: string, from: Revision): Page => ofStream(backwards.all(stream, from) as Row[]),
    at: (row: number): StoredEvent | undefined => {
      const found = at.get(row) as Row | undefined;
      return found && stored(found);
    },
    head: (): number | undefined => (head.get() as number | null) ?? undefined,
  };
}

function collect(rows: IterableIterator<Row>): Page {
  const events: StoredEvent[] = [];
  let characters = 0;
  for (const row of rows) {
    const event = stored(row);
    events.push(event);
    characters += event.data.length + event.metadata.length;
    if (characters >= pageCharacters) return { events, full: true };
  }
  return { events, full: events.length === pageEvents };
}

const ofStream = (rows: readonly Row[]): Page => ({ events: rows.map(stored), full: rows.length === streamPage });

const stored = ([position, stream, revision, id, type, data, metadata]: Row): StoredEvent => ({
  position: positionOf(position),
  stream,
  revision,
  id,
  type,
  data,
  metadata,
});
