import { randomUUID } from 'node:crypto';
import { WrongRevision } from './errors.js';
import { eventIds } from './event-id.js';
import { type EncodedEvent, type EventStore } from './event-store.js';
import { metadataWriter } from './metadata.js';

export const identityStream = 'log-identity';

/** The id of the log in this store; made when the log is first opened, by whichever process appends it first. */
export async function identify(store: EventStore, now: () => string): Promise<string> {
  const known = await readIdentity(store);
  if (known !== undefined) return known;
  const logId = randomUUID();
  try {
    await store.append(identityStream, 'no-stream', [logIdentified(logId, now())]);
    return logId;
  } catch (error) {
    const others = error instanceof WrongRevision ? await readIdentity(store) : undefined;
    if (others === undefined) throw error;
    return others;
  }
}

export async function readIdentity(store: Pick<EventStore, 'read'>): Promise<string | undefined> {
  for await (const { data } of store.read(identityStream, { limit: 1 })) return (JSON.parse(data) as { logId: string }).logId;
  return undefined;
}

/** Written by hand rather than by the codec, which needs the id first. */
function logIdentified(logId: string, recordedAt: string): EncodedEvent {
  const context = { actor: 'system', commandId: logId, correlationId: logId, recordedAt };
  const [id = ''] = eventIds(identityStream, context, 1);
  return { id, type: 'LogIdentified', data: JSON.stringify({ logId }), metadata: metadataWriter(context)(1) };
}
