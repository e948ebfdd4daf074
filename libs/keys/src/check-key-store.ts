import { openDatabase } from '#sqlite';

/**
 * Checks the file of a key store that nobody else has open.
 * @returns how many keys it holds
 * @throws Error if it is damaged
 */
export function checkKeyStore(file: string): number {
  const db = openDatabase(file, { synchronous: 'FULL', secureDelete: true });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`);
    return db.prepare('SELECT count(*) FROM keys').pluck().get() as number;
  } finally {
    db.close();
  }
}
