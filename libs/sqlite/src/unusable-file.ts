import { sqliteCode } from './sqlite-code.js';

/** A file that cannot be used as a database; the message says in a sentence why. */
export class UnusableFile extends Error {
  constructor(
    readonly file: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`${file} ${why}.`, options);
  }
}

const reasons: readonly (readonly [code: string, why: string])[] = [
  ['SQLITE_NOTADB', 'is damaged, or is no database at all'],
  ['SQLITE_CORRUPT', 'is damaged'],
  ['SQLITE_READONLY', 'cannot be written to: the file, its folder or its disk is read-only'],
  ['SQLITE_CANTOPEN', 'cannot be opened: the file or its folder may not be used by this user, or is read-only'],
  ['SQLITE_PERM', 'may not be used by this user'],
  ['SQLITE_IOERR', 'cannot be read or written: its disk fails'],
  ['SQLITE_FULL', 'cannot be written to: its disk is full'],
];

/** Says in a sentence what SQLite says in a code; any other error is given back as it is. */
export function inWords(file: string, error: unknown): unknown {
  const code = sqliteCode(error);
  const [, why] = reasons.find(([prefix]) => code?.startsWith(prefix)) ?? [];
  return why === undefined ? error : new UnusableFile(file, why, { cause: error });
}
