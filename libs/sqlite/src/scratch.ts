import { closeSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Database } from './open-database.js';
import { ownFile } from './owner-only.js';
import { refuseOldSqlite } from './refuse-old-sqlite.js';

/** In KiB. What is made in one go touches pages all over its indexes; held in memory, each is written about once. */
const cache = 128 * 1024;

/**
 * Opens a database that is made in one go, and thrown away if anything goes wrong before it is finished: nothing is flushed, and what
 * would be rolled back is kept in memory. Nobody else may open it until it is closed and `makeDurable` has returned.
 * @param file without one, what does not fit into memory goes to a file that SQLite makes for itself and that goes when it is closed
 */
export function openScratch(file = ''): Database {
  if (file !== '') ownFile(file);
  const db = new Sqlite(file);
  try {
    refuseOldSqlite(String(db.prepare('SELECT sqlite_version()').pluck().get()));
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    db.pragma(`cache_size = -${cache}`);
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Waits until a file that nobody has open survives a power cut. */
export function makeDurable(file: string): void {
  const opened = openSync(file, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
