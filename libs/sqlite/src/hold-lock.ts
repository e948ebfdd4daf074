import Sqlite from 'better-sqlite3';
import { ownFile } from './owner-only.js';
import { sqliteCode } from './sqlite-code.js';
import { inWords } from './unusable-file.js';

/** Many may hold a lock shared, or one alone. */
export type Share = 'shared' | 'alone';

/** Somebody holds the lock in a way that leaves no room. */
export class Locked extends Error {}

/** For how long another process may be in the middle of asking for it, in milliseconds. */
const aMoment = 250;

export interface Lock {
  release(): void;
}

/**
 * Takes a lock that is a file, made if missing. The operating system keeps it for SQLite (a rollback-journal database gives
 * shared and exclusive locks) and takes it back when the process ends, however it ends: none is ever left behind. The file
 * says nothing, and nobody else may open it (see `openDatabase`).
 * @throws Locked if it cannot be had
 */
export function holdLock(file: string, share: Share): Lock {
  let db: Sqlite.Database | undefined;
  try {
    ownFile(file);
    db = new Sqlite(file, { timeout: aMoment });
    if (share === 'alone') db.exec('BEGIN EXCLUSIVE');
    else db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  } catch (error) {
    db?.close();
    throw sqliteCode(error)?.startsWith('SQLITE_BUSY') ? new Locked(`${file} is held by another process`) : inWords(file, error);
  }
  const held = db;
  return { release: () => held.close() };
}
