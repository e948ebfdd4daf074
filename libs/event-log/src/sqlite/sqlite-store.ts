import { type Database } from '#sqlite';
import { type Appended, type Position, type ReadOptions, type Revision } from '../event-log.js';
import { type EncodedEvent, type EventStore, type StoredEvent } from '../event-store.js';
import { Changes } from './changes.js';
import { openLogFile } from './log-file.js';
import { positionOf, rowOf } from './position.js';
import { pages } from './reader.js';
import { Writer } from './writer.js';

export interface SqliteStoreOptions {
  readonly file: string;
  /** The file does not grow beyond this; then appends are refused as on a full disk. Default: no limit but the disk. */
  readonly maxBytes?: number;
  /** Called after an I/O error whose outcome is unknown: the process is to end and to be started again. Default: throw. */
  readonly fatal?: (error: Error) => void;
}

export class SqliteStore implements EventStore {
  private readonly db: Database;
  private readonly pages;
  private readonly changes: Changes;
  private readonly writer: Writer;
  private readonly closed = new AbortController();

  constructor({ file, maxBytes, fatal = raise }: SqliteStoreOptions) {
    this.db = openLogFile(file);
    this.pages = pages(this.db);
    this.changes = new Changes(this.db);
    this.writer = new Writer({ file, maxBytes }, { committed: () => this.changes.ringSoon(), fatal });
  }

  append(stream: string, expected: Revision | 'no-stream', events: readonly EncodedEvent[]): Promise<Appended> {
    return this.writer.append({ stream, expected, events });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, SQLite is not
  async *read(stream: string, { from, limit = Infinity, backwards = false }: ReadOptions = {}): AsyncGenerator<StoredEvent> {
    const [pageFrom, step, first] = backwards ? [this.pages.backwards, -1, Number.MAX_SAFE_INTEGER] : [this.pages.forwards, 1, 0];
    let next = from ?? first;
    let left = limit;
    for (;;) {
      const { events, full } = pageFrom(stream, next);
      for (const event of events) {
        if (left <= 0) return;
        left -= 1;
        next = event.revision + step;
        yield event;
      }
      if (!full) return;
    }
  }

  async *follow(after: Position | 'start', { signal }: { readonly signal: AbortSignal }): AsyncGenerator<StoredEvent | 'caught-up'> {
    const ended = AbortSignal.any([signal, this.closed.signal]);
    let row = after === 'start' ? 0 : rowOf(after);
    if (row === undefined) throw new Error(`${after} is not a position of this store`);
    while (!isAborted(ended)) {
      const count = this.changes.count;
      const page = this.pages.after(row);
      for (const event of page.events) {
        if (isAborted(ended)) return;
        yield event;
      }
      const last = page.events.at(-1);
      row = (last && rowOf(last.position)) ?? row;
      if (page.full) continue;
      yield 'caught-up';
      await this.changes.since(count, ended);
    }
  }

  at(position: Position): Promise<StoredEvent | undefined> {
    const row = rowOf(position);
    return Promise.resolve(row === undefined ? undefined : this.pages.at(row));
  }

  head(): Promise<Position | 'empty'> {
    const row = this.pages.head();
    return Promise.resolve(row === undefined ? 'empty' : positionOf(row));
  }

  async close(): Promise<void> {
    this.closed.abort();
    await this.writer.close();
    this.changes.stop();
    this.db.close();
  }
}

/** A function, because the compiler believes that a signal it has looked at stays as it was. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

function raise(error: Error): never {
  throw error;
}
