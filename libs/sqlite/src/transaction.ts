import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

/** Anything but a promise. */
export type Settled<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * All or nothing. Synchronous by type: an `await` inside would let the transaction commit before the work is done.
 * Takes the write lock at once, so that what the work reads is still true when it writes.
 */
export function transaction<T>(db: Database, work: () => Settled<T>): T {
  prepared(db, 'BEGIN IMMEDIATE').run();
  try {
    const result = work();
    prepared(db, 'COMMIT').run();
    return result;
  } catch (error) {
    // A full disk or an I/O error has often rolled back by itself already.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
