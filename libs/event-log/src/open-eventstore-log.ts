import { type EventLog } from './event-log.js';
import { EventStoreDbStore, type EventStoreOptions } from './eventstore/eventstore-store.js';
import { identify } from './log-identity.js';
import { StoredEventLog, type Codec } from './stored-event-log.js';

export type EventStoreLogOptions = EventStoreOptions & Codec;

/** Opens the log of an EventStoreDB or KurrentDB server or cluster, version 23.10 or newer. */
export async function openEventStoreLog({ schemas, keys, ...options }: EventStoreLogOptions): Promise<EventLog> {
  const store = new EventStoreDbStore(options);
  try {
    return new StoredEventLog(await identify(store), store, { schemas, keys });
  } catch (error) {
    await store.close();
    throw error;
  }
}
