import { type LogPlace } from './copy-log.js';
import { decode } from './decode.js';
import { type Recorded, type Revision } from './event-log.js';
import { type LogReader, type StoredEvent } from './event-store.js';
import { everything } from './everything.js';
import { readIdentity } from './log-identity.js';
import { type EventSchemas } from './schemas/event-schemas.js';
import { readLogFile } from './sqlite/read-log-file.js';

/** An event as it lies in the store, and what the program reads in it. */
export interface Laid {
  readonly stored: StoredEvent;
  readonly event: Recorded;
}

/** A log that is only looked at. */
export interface LookedAt {
  /** Undefined where the log does not say. */
  readonly id: string | undefined;
  /** What is wrong with the file that holds it; undefined where no file of ours does. */
  readonly file: readonly string[] | undefined;
  /** Everything that it holds now, in order. */
  all(): AsyncIterable<Laid>;
  /** Whether this very event stands at this place of its stream. */
  holds(event: { readonly stream: string; readonly revision: Revision; readonly eventId: string }): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens a log to look at what is there, whatever that is: nothing is asked, made, written or remembered. A server may append to it meanwhile.
 * @throws UnusableFile if the file cannot be read at all
 */
export async function lookAtLog(place: LogPlace, schemas: EventSchemas): Promise<LookedAt> {
  const reader = 'file' in place ? readLogFile(place.file) : await readServer(place.url);
  try {
    const id = await readIdentity(reader);
    return {
      id,
      file: reader.file,
      async *all() {
        for await (const stored of reader.everything()) yield { stored, event: decode(schemas, id ?? '', stored) };
      },
      async holds({ stream, revision, eventId }) {
        for await (const event of reader.read(stream, { from: revision, limit: 1 }))
          return event.revision === revision && event.id === eventId;
        return false;
      },
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function readServer(url: string): Promise<LogReader> {
  const { EventStoreDbStore } = await import('./eventstore/eventstore-store.js');
  const store = new EventStoreDbStore({ url });
  return { read: (...asked) => store.read(...asked), everything: () => everything(store), close: () => store.close() };
}
