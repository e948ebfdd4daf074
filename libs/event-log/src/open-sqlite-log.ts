import { type EventLog } from './event-log.js';
import { SqliteStore, type SqliteStoreOptions } from './sqlite/sqlite-store.js';
import { StoredEventLog, type Opening } from './stored-event-log.js';

export type SqliteLogOptions = SqliteStoreOptions & Opening;

/** Opens or makes a log in one SQLite file. Several processes of one machine may have it open and append. */
export async function openSqliteLog({ schemas, keys, memory, now, ...options }: SqliteLogOptions): Promise<EventLog> {
  const log = new StoredEventLog(new SqliteStore(options), { schemas, keys, ...(memory && { memory }), ...(now && { now }) });
  try {
    await log.identify();
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}
