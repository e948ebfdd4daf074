import { inWords, openDatabase, type Database } from '#sqlite';
import { type LogReader, type StoredEvent } from '../event-store.js';
import { fileComplaints } from './file-complaints.js';
import { rowOf } from './position.js';
import { pages, type Page } from './reader.js';

/** Reads a log file and writes nothing to it, in pages as the log itself does. */
export function readLogFile(file: string): LogReader {
  const db = openDatabase(file, { synchronous: 'FULL', readonly: true });
  try {
    return readerOf(db);
  } catch (error) {
    db.close();
    throw inWords(file, error);
  }
}

function readerOf(db: Database): LogReader {
  const { after, forwards } = pages(db);
  return {
    file: fileComplaints(db),
    read: (stream, { from = 0, limit = Infinity } = {}) =>
      upTo(
        limit,
        eachPage(
          from,
          (revision) => forwards(stream, revision),
          (event) => event.revision + 1,
        ),
      ),
    everything: () => eachPage(0, after, ({ position }) => rowOf(position) ?? 0),
    close() {
      db.close();
      return Promise.resolve();
    },
  };
}

/** @param next where the page begins that follows an event */
// eslint-disable-next-line @typescript-eslint/require-await -- whoever looks at a log waits for it, as for a server
async function* eachPage(from: number, pageAt: (from: number) => Page, next: (event: StoredEvent) => number): AsyncGenerator<StoredEvent> {
  for (let at = from; ;) {
    const { events, full } = pageAt(at);
    yield* events;
    const last = events.at(-1);
    if (!full || !last) return;
    at = next(last);
  }
}

async function* upTo(limit: number, events: AsyncIterable<StoredEvent>): AsyncGenerator<StoredEvent> {
  let left = limit;
  for await (const event of events) {
    if (left <= 0) return;
    left -= 1;
    yield event;
  }
}
