import Sqlite from 'better-sqlite3';

/** SQLite's extended result code, as in `SQLITE_FULL` or `SQLITE_IOERR_FSYNC`; undefined if the error is not SQLite's. */
export const sqliteCode = (error: unknown): string | undefined => (error instanceof Sqlite.SqliteError ? error.code : undefined);
