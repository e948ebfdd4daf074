import { existsSync } from 'node:fs';
import type { Database } from './open-database.js';
import { openDatabase } from './open-database.js';

/**
 * Copies a database while it is in use, and checks the copy. Resolves with nothing when the copy is whole.
 * @throws Error if the target exists, or if the copy does not pass SQLite's integrity check
 */
export async function copyTo(db: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`);
  await db.backup(file);
  const copy = openDatabase(file, { synchronous: 'FULL' });
  try {
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`the copy ${file} is damaged: ${String(found)}`);
  } finally {
    copy.close();
  }
}
