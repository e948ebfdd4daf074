import type { Kind } from '#cases';
import type { Told } from '#ledger';
import type { Ledger, LocalDate } from '#promises';
import { prepared, type Database } from '#sqlite';

/** What dated work has to know of a case. Nothing of it is personal. */
export interface PromisesOfCase {
  readonly caseId: string;
  readonly told: Told;
  readonly kind: Kind;
  readonly receivedDate: LocalDate;
  readonly ledger: Ledger;
  /** The keys of the work that its stream of observations shows to be done. */
  readonly done: readonly string[];
  /** The last revision of that stream which is known; -1 if there is none. */
  readonly observed: number;
  /** When that was recorded, as ISO 8601: time never goes back within a stream. */
  readonly observedAt: string;
  /** Rises with each event, so that who has looked at a case finds out that more was heard of it meanwhile. */
  readonly heard: number;
}

/** The next day on which there is work on a case; null if there never will be. */
export type NextOn = LocalDate | null;

/** In its place until somebody has worked it out: comes before every day. */
export const unreckoned = '';

export const promisesTable = `
  CREATE TABLE promises (
    case_id  TEXT PRIMARY KEY,
    heard    INTEGER NOT NULL,
    observed INTEGER NOT NULL,
    next_on  TEXT,
    rest     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX promises_by_next_work ON promises (next_on, case_id) WHERE next_on IS NOT NULL;`;

interface Row {
  readonly caseId: string;
  readonly heard: number;
  readonly observed: number;
  readonly rest: string;
}

const columns = 'case_id AS caseId, heard, observed, rest';

export function promisesOfCase(db: Database, caseId: string): PromisesOfCase | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${columns} FROM promises WHERE case_id = ?`).get(caseId);
  return row && fromRow(row);
}

/** Those for which the next work falls on a day. */
export const promisesWithWorkOn = (db: Database, on: LocalDate, atMost: number): readonly PromisesOfCase[] =>
  prepared<[string, number], Row>(db, `SELECT ${columns} FROM promises WHERE next_on = ? ORDER BY case_id LIMIT ?`)
    .all(on, atMost)
    .map(fromRow);

/** The first day for which there is work, or `unreckoned`; undefined if there is none at all. One step into an index. */
export const firstWorkOn = (db: Database): LocalDate | undefined =>
  prepared<[], { on: string | null }>(db, 'SELECT min(next_on) AS "on" FROM promises WHERE next_on IS NOT NULL').get()?.on ?? undefined;

/** What was heard of a case; when there is work on it is to be reckoned anew. */
export function writePromises(db: Database, { caseId, heard, observed, ...rest }: PromisesOfCase): void {
  prepared<[string, number, number, string]>(
    db,
    `INSERT INTO promises (case_id, heard, observed, next_on, rest) VALUES (?, ?, ?, '', ?)
     ON CONFLICT DO UPDATE SET heard = excluded.heard, observed = excluded.observed, next_on = '', rest = excluded.rest`,
  ).run(caseId, heard, observed, JSON.stringify(rest));
}

/** When there is work next; unless more was heard of the case meanwhile, which is then to be reckoned with. */
export function writeNextOn(db: Database, { caseId, heard }: PromisesOfCase, nextOn: NextOn): void {
  prepared<[string | null, string, number]>(db, 'UPDATE promises SET next_on = ? WHERE case_id = ? AND heard = ?').run(
    nextOn,
    caseId,
    heard,
  );
}

/** What was done now, and when there is work next; likewise. */
export function writeDone(db: Database, { caseId, heard, observed, ...rest }: PromisesOfCase, nextOn: NextOn): void {
  prepared<[number, string | null, string, string, number]>(
    db,
    'UPDATE promises SET observed = ?, next_on = ?, rest = ? WHERE case_id = ? AND heard = ?',
  ).run(observed, nextOn, JSON.stringify(rest), caseId, heard);
}

/** Everything is to be reckoned anew. What a rebuild has just made is not written again. */
export const forgetReckoning = (db: Database): void => void prepared(db, `UPDATE promises SET next_on = '' WHERE next_on IS NOT ''`).run();

const fromRow = ({ caseId, heard, observed, rest }: Row): PromisesOfCase => ({
  ...(JSON.parse(rest) as Omit<PromisesOfCase, 'caseId' | 'heard' | 'observed'>),
  caseId,
  heard,
  observed,
});
