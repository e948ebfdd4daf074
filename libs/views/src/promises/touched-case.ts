import { canonicalJson } from '#event-log';
import { prepared, type Database } from '#sqlite';
import { caseRow, wallRow, type CaseRow } from './case-row.js';
import type { KnownCase } from './known-case.js';
import { promiseRow, type PromiseRow } from './promise-row.js';
import { writeCaseVersion, writePromiseVersion } from './promise-tables.js';

/** What the table keeps of a case. */
interface Kept {
  readonly known: KnownCase;
  /** From when on this was known. Clocks of several machines differ: within a case it never goes back. */
  readonly since: string;
}

/** A version that is still to be written; by what it is a version of and its instant, the last one of an instant holds. */
type Write = (db: Database, number: number) => void;

/** A case that the events at hand have touched: read and written once, however many events there are. */
export class TouchedCase {
  private known: KnownCase | undefined;
  private since = '';
  private row: CaseRow | undefined;
  private promises: readonly PromiseRow[] = [];
  private readonly versions = new Map<string, Write>();

  constructor(
    private readonly caseId: string,
    kept: Kept | undefined,
  ) {
    if (!kept) return;
    this.known = kept.known;
    this.since = kept.since;
    this.row = caseRow(kept.known);
    this.promises = kept.known.ledger.map(promiseRow);
  }

  static load(db: Database, caseId: string): TouchedCase {
    const found = prepared<[string], { known: string }>(db, 'SELECT known FROM known_cases WHERE case_id = ?').get(caseId);
    return new TouchedCase(caseId, found && (JSON.parse(found.known) as Kept));
  }

  /** @param recordedAt when what is learnt was recorded */
  learn(recordedAt: string, learn: (known: KnownCase | undefined) => KnownCase): void {
    const before = this.known;
    const known = learn(before);
    this.known = known;
    this.since = recordedAt > this.since ? recordedAt : this.since;
    this.versionCase(caseRow(known));
    if (known.ledger !== before?.ledger) this.versionPromises(known.ledger.map(promiseRow));
  }

  /** In one order of keys, so that it is the same to the byte however many events came at once. */
  write(db: Database): void {
    if (!this.known) return;
    const { board, secret, triage, offered } = wallRow(this.known);
    const { number } = prepared<unknown[], { number: number }>(db, upsert).get(
      this.caseId,
      this.known.state.known.reference,
      board,
      secret,
      triage,
      offered,
      canonicalJson({ known: this.known, since: this.since }),
    ) as { number: number };
    for (const write of this.versions.values()) write(db, number);
  }

  private versionCase(row: CaseRow): void {
    const { since: from, row: before } = this;
    if (before && isSame(before, row)) return;
    this.row = row;
    this.versions.set(from, (db, number) => writeCaseVersion(db, { key: { number }, row, from, isFirst: !before }));
  }

  private versionPromises(rows: readonly PromiseRow[]): void {
    const { since: from, promises } = this;
    this.promises = rows;
    for (const [place, row] of rows.entries()) {
      const before = promises[place];
      if (before && isSame(before, row)) continue;
      this.versions.set(`${place} ${from}`, (db, number) =>
        writePromiseVersion(db, { key: { number, place }, row, from, isFirst: !before }),
      );
    }
  }
}

const upsert = `
  INSERT INTO known_cases (case_id, reference, board, secret, triage, offered, known) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET
    board = excluded.board, secret = excluded.secret, triage = excluded.triage, offered = excluded.offered, known = excluded.known
  RETURNING number`;

const isSame = <Row extends object>(one: Row, other: Row): boolean =>
  (Object.keys(one) as (keyof Row)[]).every((column) => one[column] === other[column]);
