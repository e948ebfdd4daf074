import { type EventLog } from './event-log.js';
import { type EventStoreOptions } from './eventstore/eventstore-store.js';
import { StoredEventLog, type Opening } from './stored-event-log.js';

export type EventStoreLogOptions = EventStoreOptions & Opening;

/**
 * Opens the log of an EventStoreDB or KurrentDB server or cluster, version 23.10 or newer. It may be away: every call asks anew.
 * Its client is loaded only here: half a second of every other start.
 * @throws BadAddress
 */
export async function openEventStoreLog({ schemas, keys, memory, now, ...options }: EventStoreLogOptions): Promise<EventLog> {
  const { EventStoreDbStore } = await import('./eventstore/eventstore-store.js');
  return new StoredEventLog(new EventStoreDbStore(options), { schemas, keys, ...(memory && { memory }), ...(now && { now }) });
}
