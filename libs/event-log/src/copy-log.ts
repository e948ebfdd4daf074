import { compareLogs } from './compare-logs.js';
import { CannotCopy, WrongRevision } from './errors.js';
import { type EventStore, type StoredEvent } from './event-store.js';
import { everything } from './everything.js';
import { readIdentity } from './log-identity.js';
import { SqliteStore } from './sqlite/sqlite-store.js';

/** Where a log stands: a SQLite file, or an EventStoreDB server. */
export type LogPlace = { readonly file: string } | { readonly url: string };

/** So much goes into one append at most: far below what every server takes. */
const largestBatch = { events: 100, characters: 256 * 1024 };

/**
 * Copies a log to another place, below schemas and seals: the same bytes, ids, revisions and order, and so the same log id.
 * Nobody may append to either meanwhile. One that was interrupted goes on where it stopped. In the end both are read once more
 * and compared.
 * @returns how many events the log holds
 * @throws CannotCopy if the target holds another log, or if the copy differs
 */
export async function copyLog(from: LogPlace, to: LogPlace): Promise<number> {
  const source = await openStore(from);
  const target = await openStore(to);
  try {
    await requireSameOrEmpty(source, target);
    for await (const batch of batches(missing(source, target))) await appendBatch(target, batch);
    return await compareLogs(source, target);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

async function openStore(place: LogPlace): Promise<EventStore> {
  if ('file' in place) return new SqliteStore(place);
  const { EventStoreDbStore } = await import('./eventstore/eventstore-store.js');
  return new EventStoreDbStore(place);
}

async function requireSameOrEmpty(source: EventStore, target: EventStore): Promise<void> {
  const [here, there] = await Promise.all([readIdentity(source), readIdentity(target)]);
  if (here === undefined) throw new CannotCopy('there is no log to copy');
  if (there !== undefined ? there !== here : (await target.head()) !== 'empty') throw new CannotCopy('the target holds another log');
}

/** What the target does not hold yet. */
async function* missing(source: EventStore, target: EventStore): AsyncGenerator<StoredEvent> {
  const head = await target.head();
  const last = head === 'empty' ? undefined : await target.at(head);
  let reached = last === undefined;
  for await (const event of everything(source)) {
    if (reached) yield event;
    reached ||= event.id === last?.id && event.stream === last.stream && event.revision === last.revision;
  }
  if (!reached) throw new CannotCopy('the target holds events that the log does not');
}

/** Neighbours of one stream go together; the order of the log stays. */
async function* batches(events: AsyncIterable<StoredEvent>): AsyncGenerator<readonly [StoredEvent, ...StoredEvent[]]> {
  let batch: [StoredEvent, ...StoredEvent[]] | undefined;
  let characters = 0;
  for await (const event of events) {
    const size = event.data.length + event.metadata.length;
    if (batch?.[0].stream === event.stream && batch.length < largestBatch.events && characters + size < largestBatch.characters) {
      batch.push(event);
      characters += size;
      continue;
    }
    if (batch) yield batch;
    batch = [event];
    characters = size;
  }
  if (batch) yield batch;
}

async function appendBatch(target: EventStore, batch: readonly [StoredEvent, ...StoredEvent[]]): Promise<void> {
  const [{ stream, revision }] = batch;
  try {
    await target.append(stream, revision === 0 ? 'no-stream' : revision - 1, batch);
  } catch (error) {
    throw error instanceof WrongRevision ? new CannotCopy(`the two differ in ${stream}`) : error;
  }
}
