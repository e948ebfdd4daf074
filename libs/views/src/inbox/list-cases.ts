import type { Sealed } from '#keys';
import { prepared, type Database } from '#sqlite';

/** Whose cases the reader may see: of these boards also the secret ones, of the others the open ones or none. */
export interface Reach {
  readonly secretOf: readonly string[] | 'all';
  readonly openOf: readonly string[] | 'all';
}

export interface InboxFilter {
  readonly board?: string;
  readonly status?: string;
  readonly kind?: string;
  /** Only cases with a promised date up to and including this day. */
  readonly dueBy?: string;
  /** Go on after this row. */
  readonly after?: { readonly due: string; readonly caseId: string };
  /** At most so many rows. */
  readonly limit: number;
}

export interface InboxRow {
  readonly caseId: string;
  readonly reference: string;
  readonly board: string;
  readonly status: string;
  readonly kind: string;
  readonly secret: boolean;
  readonly channel: string;
  readonly receivedDate: string;
  readonly due: string | undefined;
  readonly diaryNumber: string | undefined;
  readonly category: string | undefined;
  readonly officer: string | undefined;
  /** Sealed; the page opens it for whom it may be opened. */
  readonly text: Sealed;
}

export interface InboxPage {
  readonly rows: readonly InboxRow[];
  /** All cases in these lanes, whatever their date. */
  readonly total: number;
  readonly next: { readonly due: string; readonly caseId: string } | undefined;
}

/** A page of the inbox, the earliest date first. Costs a few index look-ups per lane, however many cases there are. */
export function listCases(db: Database, reach: Reach, filter: InboxFilter): InboxPage {
  const lanes = lanesWithin(db, reach, filter);
  const rows = lanes
    .flatMap(({ lane }) => firstOfLane(db, lane, filter))
    .sort(byDate)
    .slice(0, filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    rows: page.map(toRow),
    total: lanes.reduce((sum, { cases }) => sum + cases, 0),
    next: rows.length > filter.limit && last ? { due: last.due, caseId: last.case_id } : undefined,
  };
}

interface LaneRow {
  lane: number;
  cases: number;
  board: string;
  status: string;
  kind: string;
  secret: number;
}

interface CaseRow {
  case_id: string;
  reference: string;
  board: string;
  status: string;
  kind: string;
  secret: number;
  channel: string;
  received_date: string;
  due: string;
  diary_number: string | null;
  category: string | null;
  officer: string | null;
  text: string;
}

/** The wall stands here: a lane that the reader may not see is neither listed nor counted. */
function lanesWithin(db: Database, reach: Reach, { board, status, kind }: InboxFilter): LaneRow[] {
  const all = prepared<[], LaneRow>(db, 'SELECT lane, cases, board, status, kind, secret FROM lanes WHERE cases > 0').all();
  return all.filter(
    (lane) =>
      (board === undefined || lane.board === board) &&
      (status === undefined || lane.status === status) &&
      (kind === undefined || lane.kind === kind) &&
      includes(lane.secret ? reach.secretOf : reach.openOf, lane.board),
  );
}

const includes = (boards: readonly string[] | 'all', board: string): boolean => boards === 'all' || boards.includes(board);

function firstOfLane(db: Database, lane: number, { after, dueBy, limit }: InboxFilter): CaseRow[] {
  const sql = `
    SELECT cases.*, board, status, kind, secret FROM cases JOIN lanes USING (lane)
    WHERE cases.lane = ? AND (due, case_id) > (?, ?) AND due <= ?
    ORDER BY due, case_id LIMIT ?`;
  return prepared<[number, string, string, string, number], CaseRow>(db, sql).all(
    lane,
    after?.due ?? '',
    after?.caseId ?? '',
    dueBy ?? noDate,
    limit + 1,
  );
}

const noDate = '9999-12-31';

const byDate = (a: CaseRow, b: CaseRow): number => (a.due === b.due ? compare(a.case_id, b.case_id) : compare(a.due, b.due));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toRow = (row: CaseRow): InboxRow => ({
  caseId: row.case_id,
  reference: row.reference,
  board: row.board,
  status: row.status,
  kind: row.kind,
  secret: row.secret === 1,
  channel: row.channel,
  receivedDate: row.received_date,
  due: row.due === noDate ? undefined : row.due,
  diaryNumber: row.diary_number ?? undefined,
  category: row.category ?? undefined,
  officer: row.officer ?? undefined,
  text: JSON.parse(row.text) as Sealed,
});
