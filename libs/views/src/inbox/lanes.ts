import { prepared, type Database } from '#sqlite';

export interface Lane {
  readonly board: string;
  readonly status: string;
  readonly kind: string;
  readonly secret: 0 | 1;
  /** Whether no board has been decided yet. */
  readonly triage: 0 | 1;
  /** The board that a transfer offers it to, or empty. */
  readonly offered: string;
}

/** Finds the lane where a case belongs now, and moves it there in the counts. */
export function changeLane(db: Database, caseId: string, to: Lane): number {
  const from = prepared<[string], { lane: number }>(db, 'SELECT lane FROM cases WHERE case_id = ?').get(caseId)?.lane;
  const lane = laneOf(db, to);
  if (lane === from) return lane;
  if (from !== undefined) count(db, from, -1);
  count(db, lane, 1);
  return lane;
}

function laneOf(db: Database, { board, status, kind, secret, triage, offered }: Lane): number {
  const values = [board, status, kind, secret, triage, offered] as const;
  const sql = 'SELECT lane FROM lanes WHERE board = ? AND status = ? AND kind = ? AND secret = ? AND triage = ? AND offered = ?';
  const found = prepared<[...typeof values], { lane: number }>(db, sql).get(...values);
  if (found) return found.lane;
  const make = 'INSERT INTO lanes (board, status, kind, secret, triage, offered) VALUES (?, ?, ?, ?, ?, ?)';
  return Number(prepared<[...typeof values]>(db, make).run(...values).lastInsertRowid);
}

function count(db: Database, lane: number, change: 1 | -1): void {
  prepared<[number, number]>(db, 'UPDATE lanes SET cases = cases + ? WHERE lane = ?').run(change, lane);
}
