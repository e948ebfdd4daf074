import { createHash } from 'node:crypto';
import type { Database } from '#sqlite';

/**
 * The cases that something is about, as a commitment: SHA-256 of a random salt, and then of their ids, sorted, each followed by a line feed.
 * Who has the salt, and it stands in the log only, can tell whether a list is the one; nobody else can try lists until one fits.
 */
export interface CaseList {
  readonly salt: string;
  readonly commitment: string;
}

export function caseList(db: Database, numbers: readonly number[], salt: string): CaseList {
  const sql = 'SELECT case_id FROM known_cases WHERE number IN (SELECT value FROM json_each(?)) ORDER BY case_id';
  const hash = createHash('sha256').update(salt);
  for (const caseId of db.prepare<[string], string>(sql).pluck().iterate(JSON.stringify(numbers))) hash.update(`${caseId}\n`);
  return { salt, commitment: hash.digest('hex') };
}

/** Notes the number of each case that is read. */
export function* noting<Case extends { readonly number: number }>(cases: Iterable<Case>, numbers: number[]): Generator<Case> {
  for (const one of cases) {
    numbers.push(one.number);
    yield one;
  }
}
