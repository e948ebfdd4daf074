import { openDeep, UnknownKey } from '#keys';
import { type Codec } from './codec.js';
import { decode } from './decode.js';
import { type Position } from './event-log.js';
import { type EventStore } from './event-store.js';
import { identify, readIdentity } from './log-identity.js';
import { type Difference, type LogHead, type LogMemory } from './log-memory.js';

/** So many events are looked at for a seal that these keys do not open; a start does not read a whole log. */
const lookedAt = 10_000;

interface Recognition {
  readonly memory: LogMemory;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
}

/**
 * The id of the log in this store, once it is known to be the one that is remembered. Where nothing is remembered it may be new, and
 * what it holds is remembered from now on. Nothing is written into a log that is not recognised.
 */
export async function recognise(store: EventStore, codec: Codec, { memory, now }: Recognition): Promise<string> {
  const remembered = memory.recall();
  const found = await readIdentity(store);
  const difference = await differenceFrom(remembered, store, found);
  if (difference) memory.differs(difference, { logId: found });
  if (found !== undefined && !(await opens(codec, store, difference ? undefined : remembered, found)))
    memory.differs('sealed', { logId: found });
  const logId = await identify(store, now);
  if (!remembered || difference) await rememberHead(store, memory, logId);
  return logId;
}

async function differenceFrom(
  remembered: LogHead | undefined,
  store: EventStore,
  found: string | undefined,
): Promise<Difference | undefined> {
  if (!remembered) return undefined;
  if (found === undefined) return 'missing';
  if (found !== remembered.logId) return 'another';
  return (await holds(store, remembered)) ? undefined : 'older';
}

/** Asked by stream and revision, which are the same in whichever store the log stands. */
async function holds(store: EventStore, { stream, revision, eventId }: LogHead): Promise<boolean> {
  for await (const { id } of store.read(stream, { from: revision, limit: 1 })) return id === eventId;
  return false;
}

/** Whether these keys open what came after the remembered event, or what came first where none is remembered. */
async function opens({ schemas, keys }: Codec, store: EventStore, remembered: LogHead | undefined, logId: string): Promise<boolean> {
  const after = remembered && ((await store.at(remembered.position))?.id === remembered.eventId ? remembered.position : undefined);
  for await (const stored of atMost(lookedAt, store, after ?? 'start')) {
    const event = decode(schemas, logId, stored);
    if (event.unreadable !== undefined) continue;
    const broken: Error[] = [];
    openDeep(keys, event.data, { destroyed: '', broken: '' }, (error) => broken.push(error));
    if (broken.some((error) => error instanceof UnknownKey)) return false;
  }
  return true;
}

async function* atMost(count: number, store: EventStore, after: Position | 'start') {
  let left = count;
  for await (const event of store.follow(after, { signal: new AbortController().signal })) {
    if (event === 'caught-up' || (left -= 1) < 0) return;
    yield event;
  }
}

async function rememberHead(store: EventStore, memory: LogMemory, logId: string): Promise<void> {
  const head = await store.head();
  const last = head === 'empty' ? undefined : await store.at(head);
  if (!last) return;
  const { stream, revision, id: eventId, position, metadata } = last;
  const { recordedAt } = JSON.parse(metadata) as { recordedAt: string };
  memory.remember({ logId, stream, revision, eventId, position, recordedAt });
}
