import { type EventLog } from './event-log.js';
import { identify } from './log-identity.js';
import { SqliteStore, type SqliteStoreOptions } from './sqlite/sqlite-store.js';
import { StoredEventLog, type Codec } from './stored-event-log.js';

export type SqliteLogOptions = SqliteStoreOptions & Codec;

/** Opens or makes a log in one SQLite file. Several processes of one machine may have it open and append. */
export async function openSqliteLog({ schemas, keys, ...options }: SqliteLogOptions): Promise<EventLog> {
  const store = new SqliteStore(options);
  try {
    return new StoredEventLog(await identify(store), store, { schemas, keys });
  } catch (error) {
    await store.close();
    throw error;
  }
}
