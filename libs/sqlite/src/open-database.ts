import Sqlite from 'better-sqlite3';
import { ownFile } from './owner-only.js';
import { refuseOldSqlite } from './refuse-old-sqlite.js';
import { inWords } from './unusable-file.js';

/** An open connection; belongs to one thread. */
export type Database = Sqlite.Database;

export interface OpenOptions {
  /** `FULL`: what was committed survives a power cut. `NORMAL`: the last commits may be gone, for files that can be made again. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** The file must exist and is not written to. */
  readonly readonly?: boolean;
  /** Overwrites what is deleted with zeros; for files that must forget. */
  readonly secureDelete?: boolean;
}

/** How long a connection waits for another one's transaction before it gives up with `SQLITE_BUSY`, in milliseconds. */
const patience = 5000;

/**
 * So many pages of 4 KiB gather in the WAL before they are written into the file. Cases are named at random, so transactions touch
 * pages all over an index; gathered, a page that was touched often is written once.
 */
const checkpointPages = 4000;

/**
 * Opens or makes a database in WAL mode, or opens one to read. No other code may open the file, not even to read it with `fs`: closing such a
 * file descriptor drops the locks that SQLite holds in this process (sqlite.org/howtocorrupt.html, 2.2).
 * The file is its owner's alone, and so are those that SQLite makes beside it, which it makes with the same mode.
 * @throws UnusableFile if the file is damaged or may not be used
 * @throws Error if SQLite is older than 3.51.3, or if the file does not take WAL mode or the asked durability
 */
export function openDatabase(file: string, options: OpenOptions): Database {
  try {
    return open(file, options);
  } catch (error) {
    throw inWords(file, error);
  }
}

function open(file: string, options: OpenOptions): Database {
  const readonly = options.readonly ?? false;
  if (!readonly && isNamed(file)) ownFile(file);
  const db = new Sqlite(file, { readonly, fileMustExist: readonly, timeout: patience });
  try {
    refuseOldSqlite(String(db.prepare('SELECT sqlite_version()').pluck().get()));
    if (!readonly) requireWal(db, file);
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    db.pragma('foreign_keys = ON');
    if (options.secureDelete) db.pragma('secure_delete = ON');
    requireSynchronous(db, options.synchronous);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite keeps a database without a name, or in memory, to itself. */
const isNamed = (file: string): boolean => file !== '' && file !== ':memory:';

/** A network file system may refuse WAL silently and keep the old mode. Who only reads takes a file in either: a view that was made anew is in the old one until it is written to. */
function requireWal(db: Database, file: string): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  const expected = db.memory ? 'memory' : 'wal';
  if (mode !== expected) throw new Error(`${file} is in journal mode ${String(mode)}; it must be ${expected}`);
}

/**
 * better-sqlite3 is compiled with SQLITE_DEFAULT_WAL_SYNCHRONOUS=1: the pragma answers 2 on a fresh connection and falls
 * to 1 when the WAL is first touched. So read first, then set, then read back.
 */
function requireSynchronous(db: Database, synchronous: 'FULL' | 'NORMAL'): void {
  const level = { NORMAL: 1, FULL: 2 }[synchronous];
  const touch = (): unknown => db.prepare('SELECT count(*) FROM sqlite_schema').get();
  touch();
  db.pragma(`synchronous = ${synchronous}`);
  touch();
  const found = db.pragma('synchronous', { simple: true });
  if (found !== level) throw new Error(`SQLite answers synchronous = ${String(found)} where ${synchronous} was set`);
}
