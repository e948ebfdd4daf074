import type { Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import { caseIdOf, dataOf } from '../case-events.js';

/** Finds a case by what people hold in their hands: the public reference, a diary number, the receipt code (as its keyed hash). */
export const caseIndex = (): Tables => ({
  name: 'case-index',
  version: 1,
  tables: ['access_codes', 'names'],
  schema: `
    CREATE TABLE access_codes (
      hash    TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE names (
      name    TEXT PRIMARY KEY,
      case_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,

  on: {
    CaseReceived: (db, event) => {
      const { reference, accessCodeHash } = dataOf('CaseReceived', event);
      name(db, reference, caseIdOf(event));
      prepared<[string, string]>(db, 'INSERT INTO access_codes VALUES (?, ?)').run(accessCodeHash, caseIdOf(event));
    },
    CaseRegistered: (db, event) => name(db, dataOf('CaseRegistered', event).diaryNumber, caseIdOf(event)),
    AccessCodeReplaced: (db, event) => {
      const { accessCodeHash } = dataOf('AccessCodeReplaced', event);
      prepared<[string, string]>(db, 'UPDATE access_codes SET hash = ? WHERE case_id = ?').run(accessCodeHash, caseIdOf(event));
    },
  },
});

/** The case that a receipt code opens, by the keyed hash of the code. One look-up, found or not. */
export const caseByAccessCode = (db: Database, hash: string): string | undefined =>
  prepared<[string], { case_id: string }>(db, 'SELECT case_id FROM access_codes WHERE hash = ?').get(hash)?.case_id;

/** The case that bears a public reference or a diary number, as they are written. */
export const caseByName = (db: Database, name: string): string | undefined =>
  prepared<[string], { case_id: string }>(db, 'SELECT case_id FROM names WHERE name = ?').get(name)?.case_id;

function name(db: Database, name: string, caseId: string): void {
  prepared<[string, string]>(db, 'INSERT INTO names VALUES (?, ?)').run(name, caseId);
}
