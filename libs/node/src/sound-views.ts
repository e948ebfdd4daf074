import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, UnusableFile, type Database } from '#sqlite';

/**
 * Opens the file of a view. One that is damaged, half written, read-only or of a form that this program does not know is thrown away: its
 * view is made anew from the log. Where a file is not as it was left, all of it is looked at (some 200 MB a second).
 */
export function openSound(file: string): Database {
  try {
    const wasLeftSo = isAsItWasLeft(file);
    const db = openDatabase(file, { synchronous: 'NORMAL' });
    if (wasLeftSo || db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
    db.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  throwAway(file);
  return openDatabase(file, { synchronous: 'NORMAL' });
}

/** Removes the file of a view, and what SQLite keeps beside it. */
export function throwAway(file: string): void {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { recursive: true, force: true });
}

/** Notes what the files look like that were closed in good order, so that the next start need not look into them. */
export function noteWhatWasLeft(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const left = Object.fromEntries(names.map((name) => [name, likenessOf(join(folder, name))]));
  writeFileSync(join(folder, note), JSON.stringify(left), { mode: 0o600 });
}

const note = 'left.json';

function isAsItWasLeft(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    const left = JSON.parse(readFileSync(join(file, '..', note), 'utf8')) as Readonly<Record<string, string>>;
    return left[name] !== undefined && left[name] === likenessOf(file);
  } catch {
    return false; // no note, half a note or no file: then the file is looked at
  }
}

/** Size and time to the nanosecond. With a journal beside it nobody closed it last. */
function likenessOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true });
  const journal = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return journal ? undefined : `${found.size} ${found.mtimeNs}`;
}

/** SQLite tells it by code where it finds it out later than at the opening. */
const isDamage = (error: unknown): boolean =>
  error instanceof UnusableFile || /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code));
