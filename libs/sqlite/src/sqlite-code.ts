/**
 * SQLite's extended result code, as in `SQLITE_FULL` or `SQLITE_IOERR_FSYNC`; undefined if the error is not SQLite's.
 * Asked by name: a process loads the native part once, and its errors are of the class that was loaded first.
 */
export function sqliteCode(error: unknown): string | undefined {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'SqliteError' && typeof code === 'string' ? code : undefined;
}
