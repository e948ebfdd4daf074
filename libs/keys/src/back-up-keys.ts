import { join } from 'node:path';
import { copyTo, openDatabase } from '#sqlite';
import { checkKeyStore } from './check-key-store.js';

/** The file of a key store in its folder. */
export const keyFile = (folder: string): string => join(folder, 'keys.db');

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
