/** SQLite 3.7.0 to 3.51.2 can lose committed data with two connections in WAL mode (sqlite.org/wal.html, "the WAL-reset bug"). */
const oldest = [3, 51, 3] as const;

export function refuseOldSqlite(version: string): void {
  if (isOlder(version)) throw new Error(`SQLite ${version} may lose committed data; at least ${oldest.join('.')} is needed`);
}

export function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, least] of oldest.entries()) {
    const part = parts[place] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
