import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTo, openDatabase } from '#sqlite';
import { checkKeyStore } from './check-key-store.js';
import { openKeyTable } from './key-table.js';

/** The file of a key store in its folder. */
export const keyFile = (folder: string): string => join(folder, 'keys.db');

/**
 * Puts a copy of a key store into a folder, and checks it. It remembers no log: the one that is restored with it may be older.
 * @throws Error if it is damaged
 */
export async function putBackKeys(from: string, folder: string): Promise<void> {
  const file = keyFile(folder);
  for (const stale of [`${file}-wal`, `${file}-shm`]) rmSync(stale, { force: true });
  await copyFile(keyFile(from), file);
  checkKeyStore(file);
  const db = openKeyTable(file);
  try {
    db.exec('DELETE FROM note');
  } finally {
    db.close();
  }
}

/**
 * Copies the key store of a folder into another, while others use it, and checks the copy. The master key is never copied.
 * @returns how many keys the copy holds
 * @throws Error if the target exists, or if the copy is not whole
 */
export async function backUpKeys(folder: string, target: string): Promise<number> {
  const db = openDatabase(keyFile(folder), { synchronous: 'FULL', secureDelete: true });
  try {
    await copyTo(db, keyFile(target));
  } finally {
    db.close();
  }
  return checkKeyStore(keyFile(target));
}
