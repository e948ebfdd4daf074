import { caseStatuses, extentIn, isSecret, type Extent, type Kind, type Known, type Reach, type ReceivedCase, type Walled } from '#cases';
import type { Sealed } from '#keys';
import { prepared, type Database } from '#sqlite';
import { noDate, type InboxState } from './inbox.view.js';
import { officersInLane, type OfficerChoice } from './officers-in-lane.js';

/** What a list can be asked for: one status, or `open`: every status but closed. */
export const listedStatuses = ['open', ...caseStatuses] as const;

export type ListedStatus = (typeof listedStatuses)[number];

export interface InboxFilter {
  /** Only cases that these boards have or are offered. */
  readonly boards?: readonly string[];
  readonly status?: ListedStatus;
  readonly kind?: Kind;
  /** Only cases with a promised date up to and including this day. */
  readonly dueBy?: string;
  /** Only cases of this officer, or of nobody; of those alone that the reader sees all of. */
  readonly officer?: OfficerChoice;
  /** Only this case, or none if null: nothing bears the name that was asked for. */
  readonly caseId?: string | null;
  /** Go on after this row. */
  readonly after?: Place;
  /** At most so many rows. */
  readonly limit: number;
}

/** Where a row stands in the list. */
export interface Place {
  readonly due: string;
  readonly caseId: string;
}

export interface InboxRow {
  readonly caseId: string;
  readonly state: ReceivedCase;
  readonly known: Known;
  readonly secret: boolean;
  /** How much of it the reader sees. */
  readonly extent: Extent;
  /** The submitter's words; sealed, opened by the page for whom it may be opened. */
  readonly text: Sealed;
}

export interface InboxPage {
  readonly rows: readonly InboxRow[];
  /** All cases that were asked for, on whatever page. */
  readonly total: number;
  /** Where the next page goes on, if there is one. */
  readonly next: Place | undefined;
}

/**
 * A page of the inbox, the earliest date first. Costs one index look-up per lane, however many cases there are; rows are read of those
 * cases alone that stand on the page.
 */
export function listCases(db: Database, reach: Reach, filter: InboxFilter): InboxPage {
  const lanes = lanesWithin(db, reach, filter);
  const found = lanes
    .flatMap((lane) => firstOfLane(db, lane, filter).map((row) => ({ ...row, extent: extentOf(reach, lane) })))
    .sort(byDate)
    .slice(0, filter.limit + 1);
  const page = found.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => rowOf(db, row)),
    total: lanes.reduce((sum, lane) => sum + countOfLane(db, lane, filter), 0),
    next: found.length > filter.limit && last ? { due: last.due, caseId: last.case_id } : undefined,
  };
}

/** Whether anything was received. */
export const hasCases = (db: Database): boolean =>
  prepared<[], { any: number }>(db, 'SELECT 1 AS any FROM cases LIMIT 1').get() !== undefined;

/** Every case that is not closed, whoever may see it: for work that concerns them all. */
export const openCases = (db: Database): readonly string[] =>
  prepared<[], { case_id: string }>(db, `SELECT case_id FROM cases JOIN lanes USING (lane) WHERE status <> 'closed' ORDER BY case_id`)
    .all()
    .map(({ case_id: caseId }) => caseId);

/**
 * The open cases that a board has or is offered, whoever may see them: for work that concerns them all. Goes from the lanes to their cases;
 * `CROSS JOIN` says so to SQLite, which otherwise looks at every case there is.
 */
export const openCasesWith = (db: Database, board: string): readonly string[] =>
  prepared<[string, string], { case_id: string }>(
    db,
    `SELECT case_id FROM lanes CROSS JOIN cases USING (lane)
     WHERE lanes.cases > 0 AND status <> 'closed' AND (board = ? OR offered = ?) ORDER BY case_id`,
  )
    .all(board, board)
    .map(({ case_id: caseId }) => caseId);

interface LaneRow {
  lane: number;
  cases: number;
  board: string;
  status: string;
  kind: string;
  secret: number;
  triage: number;
  offered: string;
}

interface Placed {
  case_id: string;
  due: string;
}

type Seen = Placed & Pick<InboxRow, 'extent'>;

/** The wall stands here: a lane that the reader may not see is neither listed nor counted. */
function lanesWithin(db: Database, reach: Reach, { boards, status, kind, officer }: InboxFilter): LaneRow[] {
  const all = prepared<[], LaneRow>(db, 'SELECT * FROM lanes WHERE cases > 0').all();
  const asked = (lane: LaneRow): boolean => isAt(boards, lane) && isOf(status, lane) && (kind ?? lane.kind) === lane.kind;
  const seen: readonly Extent[] = officer ? ['whole'] : ['whole', 'outline'];
  return all.filter((lane) => asked(lane) && seen.includes(extentOf(reach, lane)));
}

const isAt = (boards: readonly string[] | undefined, { board, offered }: LaneRow): boolean =>
  boards === undefined || boards.includes(board) || boards.includes(offered);

const isOf = (status: ListedStatus | undefined, lane: LaneRow): boolean =>
  status === 'open' ? lane.status !== 'closed' : (status ?? lane.status) === lane.status;

/** Where a row says that its case stands to the walls. */
interface WalledRow {
  readonly board: string;
  readonly secret: number;
  readonly triage: number;
  readonly offered: string;
}

/** How much of a case a reader sees, by what its row says of it. */
export const extentOf = (reach: Reach, row: WalledRow): Extent => extentIn(reach, walledBy(row));

const walledBy = ({ board, secret, triage, offered }: WalledRow): Walled => ({
  boardCode: board,
  secrecy: secret === 1,
  inTriage: triage === 1,
  offeredTo: offered || undefined,
});

/** By the index alone: rows hold the text, and there are many lanes. */
function firstOfLane(db: Database, lane: LaneRow, { after, dueBy = noDate, caseId, officer: choice, limit }: InboxFilter): Placed[] {
  if (caseId !== undefined)
    return placesOf(db, lane.lane, { caseId, dueBy }).filter((one) => after === undefined || byDate(one, asPlaced(after)) > 0);
  const page = [after?.due ?? '', after?.caseId ?? '', dueBy, limit + 1] as const;
  if (!choice) return prepared<[number, ...typeof page], Placed>(db, pageOf('lane = ?')).all(lane.lane, ...page);
  const officers = officersInLane(db, lane.lane, { choice, subject: walledBy(lane) });
  return officers.flatMap((officer) =>
    prepared<[number, string, ...typeof page], Placed>(db, pageOf('lane = ? AND officer = ?')).all(lane.lane, officer, ...page),
  );
}

const pageOf = (where: string): string =>
  `SELECT case_id, due FROM cases WHERE ${where} AND (due, case_id) > (?, ?) AND due <= ? ORDER BY due, case_id LIMIT ?`;

/** The lanes carry their counts; only what a date, an officer or a name picks out of them is counted, by the index. */
function countOfLane(db: Database, lane: LaneRow, { dueBy = noDate, caseId, officer: choice }: InboxFilter): number {
  if (caseId !== undefined) return placesOf(db, lane.lane, { caseId, dueBy }).length;
  if (choice) return countOfOfficers(db, lane, { choice, dueBy });
  if (dueBy === noDate) return lane.cases;
  const sql = 'SELECT count(*) AS count FROM cases WHERE lane = ? AND due <= ?';
  return prepared<[number, string], { count: number }>(db, sql).get(lane.lane, dueBy)?.count ?? 0;
}

function countOfOfficers(db: Database, lane: LaneRow, { choice, dueBy }: { choice: OfficerChoice; dueBy: string }): number {
  const sql = 'SELECT count(*) AS count FROM cases WHERE lane = ? AND officer = ? AND due <= ?';
  return officersInLane(db, lane.lane, { choice, subject: walledBy(lane) })
    .map((officer) => prepared<[number, string, string], { count: number }>(db, sql).get(lane.lane, officer, dueBy)?.count ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

/** One case, if it is in the lane. */
const placesOf = (db: Database, lane: number, { caseId, dueBy }: { readonly caseId: string | null; readonly dueBy: string }): Placed[] =>
  prepared<[string | null, number, string], Placed>(db, 'SELECT case_id, due FROM cases WHERE case_id = ? AND lane = ? AND due <= ?').all(
    caseId,
    lane,
    dueBy,
  );

const asPlaced = ({ due, caseId }: Place): Placed => ({ due, case_id: caseId });

const byDate = (a: Placed, b: Placed): number => (a.due === b.due ? compare(a.case_id, b.case_id) : compare(a.due, b.due));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(db: Database, { case_id: caseId, extent }: Seen): InboxRow {
  const { row } = prepared<[string], { row: string }>(db, 'SELECT row FROM cases WHERE case_id = ?').get(caseId) as { row: string };
  const { state, text } = JSON.parse(row) as InboxState;
  return { caseId, state, known: state.known, secret: isSecret(state.known), extent, text: text as Sealed };
}
