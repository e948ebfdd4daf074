import { migrate, openDatabase, type Database } from '#sqlite';
import { decrypt, encrypt } from './cipher.js';
import { WrongMasterKey } from './errors.js';

/**
 * A key without scope is spare, or its assignment was lost in a crash. `destroyed` holds key ids and nothing else, so that it
 * can be kept with the backups and replayed before a restored key store serves.
 */
const tables = `
  CREATE TABLE master (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    proof    BLOB NOT NULL
  ) STRICT;
  CREATE TABLE keys (
    id      TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL,
    scope   TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_by_scope ON keys (scope) WHERE scope IS NOT NULL;
  CREATE TABLE destroyed (
    number INTEGER PRIMARY KEY,
    key_id TEXT NOT NULL UNIQUE
  ) STRICT`;

/** A deleted key must not be found in the file (`secure_delete`), and with `FULL` a new one is there after a power cut. */
export function openKeyTable(file: string, synchronous: 'FULL' | 'NORMAL' = 'FULL'): Database {
  const db = openDatabase(file, { synchronous, secureDelete: true });
  migrate(db, [tables]);
  return db;
}

/** Every start proves that the store was made with this master key, rather than failing at the first letter somebody opens. */
export function proveMasterKey(db: Database, wrapping: Uint8Array): void {
  db.prepare('INSERT INTO master VALUES (1, ?) ON CONFLICT DO NOTHING').run(encrypt(wrapping, Buffer.from('proof'), 'master'));
  const proof = db.prepare('SELECT proof FROM master').pluck().get() as Buffer;
  try {
    decrypt(wrapping, proof, 'master');
  } catch {
    throw new WrongMasterKey(`${db.name} was made with another master key`);
  }
}
