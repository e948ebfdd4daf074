import { canonicalJson } from '#event-log';
import type { Ledger } from '#promises';
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
  private ledger: Ledger = [];
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
    this.ledger = kept.known.ledger;
    this.promises = this.ledger.map(promiseRow);
  }

  static load(db: Database, caseId: string): TouchedCase {
    const found = prepared<[string], { known: string }>(db, 'SELECT known FROM known_cases WHERE case_id = ?').get(caseId);
    return new TouchedCase(caseId, found && (JSON.parse(found.known) as Kept));
  }

  /** @param recordedAt when what is learnt was recorded */
  learn(recordedAt: string, learn: (known: KnownCase | undefined) => KnownCase): void {
    if (!this.isVersioned && recordedAt > this.since) this.version();
    this.known = learn(this.known);
    this.since = recordedAt > this.since ? recordedAt : this.since;
    if (this.isVersioned) this.version();
  }

  /** In one order of keys, so that it is the same to the byte however many events came at once. */
  write(db: Database): void {
    if (!this.known) return;
    if (!this.isVersioned) this.version();
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

  /** Until then all is of the instant in which the case came in, before which nothing was known, so that only its end counts. */
  private get isVersioned(): boolean {
    return this.row !== undefined;
  }

  private version(): void {
    if (!this.known) return;
    const { ledger } = this.known;
    this.versionCase(caseRow(this.known));
    if (ledger !== this.ledger) this.versionPromises(ledger.map(promiseRow));
    this.ledger = ledger;
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
