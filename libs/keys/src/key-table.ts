import { migrate, openDatabase, transaction, type Database } from '#sqlite';
import { decrypt, encrypt } from './cipher.js';
import { type Door, type DoorKeys } from './door-keys.js';
import { WrongDoorKey, WrongMasterKey } from './errors.js';

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

const doorProofs = `
  CREATE TABLE doors (
    name  TEXT PRIMARY KEY,
    proof BLOB NOT NULL
  ) STRICT, WITHOUT ROWID`;

/** How far the log has come that these keys belong to, in the log's own words. */
const note = `
  CREATE TABLE note (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    said     TEXT NOT NULL
  ) STRICT`;

/** A deleted key must not be found in the file (`secure_delete`), and with `FULL` a new one is there after a power cut. */
export function openKeyTable(file: string, synchronous: 'FULL' | 'NORMAL' = 'FULL'): Database {
  const db = openDatabase(file, { synchronous, secureDelete: true });
  migrate(db, [tables, doorProofs, note]);
  return db;
}

/**
 * Every start proves that the store was made with these keys, rather than failing at the first letter or code that somebody opens. A new store takes
 * them for its own, all in one transaction: no crash leaves one that knows some of its keys.
 * @param doorsOf reads the keys of the doors, and makes them for a new store
 * @throws WrongMasterKey, WrongDoorKey
 */
export function proveKeys(db: Database, master: Uint8Array, doorsOf: (isNew: boolean) => DoorKeys): DoorKeys {
  return transaction(db, () => {
    const proof = db.prepare('SELECT proof FROM master').pluck().get() as Buffer | undefined;
    const proofs = db.prepare('SELECT name, proof FROM doors').all() as readonly DoorProof[];
    if (proof && !proves(master, proof, 'master')) throw new WrongMasterKey(`${db.name} was made with another master key`);
    if (proof && proofs.length === 0) throw new WrongDoorKey(`${db.name} ${madeBefore}`);
    const keys = doorsOf(proof === undefined);
    if (proof === undefined) takeFor(db, master, keys);
    const wrong = proofs.find((one) => !proves(keys[one.name], one.proof, one.name));
    if (wrong) throw new WrongDoorKey(`${db.name} was made with another ${wrong.name} key`);
    return keys;
  });
}

interface DoorProof {
  readonly name: Door;
  readonly proof: Buffer;
}

const madeBefore =
  'was made by an earlier version, in which receipt codes, links and sessions all came from the master key. Only that version can open it: begin with an empty DATA_DIR and KEYS_DIR';

function takeFor(db: Database, master: Uint8Array, keys: DoorKeys): void {
  db.prepare('INSERT INTO master VALUES (1, ?)').run(encrypt(master, known, 'master'));
  const take = db.prepare('INSERT INTO doors VALUES (?, ?)');
  for (const [name, key] of Object.entries(keys)) take.run(name, encrypt(key, known, name));
}

const known = Buffer.from('proof');

function proves(key: Uint8Array, proof: Buffer, place: string): boolean {
  try {
    return decrypt(key, proof, place).equals(known);
  } catch {
    return false;
  }
}
