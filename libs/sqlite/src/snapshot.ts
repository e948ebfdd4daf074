import type { Database } from './open-database.js';
import { prepared } from './prepared.js';
import type { Settled } from './transaction.js';

/** Reads as the file is at one moment, whatever another process writes meanwhile. */
export function snapshot<T>(db: Database, read: () => Settled<T>): T {
  prepared(db, 'BEGIN').run();
  try {
    return read();
  } finally {
    prepared(db, 'COMMIT').run();
  }
}
