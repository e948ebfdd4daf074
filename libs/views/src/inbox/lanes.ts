import { prepared, type Database } from '#sqlite';

export interface Lane {
  readonly board: string;
  readonly status: string;
  readonly kind: string;
  readonly secret: 0 | 1;
}

type Place = Lane & { readonly lane: number };

/** Puts a new case into its first lane and says which that is. */
export function enterLane(db: Database, lane: Lane): number {
  const id = laneId(db, lane);
  count(db, id, +1);
  return id;
}

/** Moves a case to the lane that differs from its present one in what is given, and keeps both counts. */
export function moveToLane(db: Database, caseId: string, to: Partial<Lane>): void {
  const from = placeOf(db, caseId);
  const lane = laneId(db, { ...from, ...to });
  if (lane === from.lane) return;
  prepared<[number, string]>(db, 'UPDATE cases SET lane = ? WHERE case_id = ?').run(lane, caseId);
  count(db, from.lane, -1);
  count(db, lane, +1);
}

export function placeOf(db: Database, caseId: string): Place {
  const sql = 'SELECT lane, board, status, kind, secret FROM cases JOIN lanes USING (lane) WHERE case_id = ?';
  const place = prepared<[string], Place>(db, sql).get(caseId);
  if (!place) throw new Error('an event of a case that was never received');
  return place;
}

function laneId(db: Database, { board, status, kind, secret }: Lane): number {
  const values = [board, status, kind, secret] as const;
  const find = prepared<typeof values, { lane: number }>(
    db,
    'SELECT lane FROM lanes WHERE board = ? AND status = ? AND kind = ? AND secret = ?',
  );
  const found = find.get(...values);
  if (found) return found.lane;
  const made = prepared<typeof values>(db, 'INSERT INTO lanes (board, status, kind, secret) VALUES (?, ?, ?, ?)').run(...values);
  return Number(made.lastInsertRowid);
}

function count(db: Database, lane: number, change: 1 | -1): void {
  prepared<[number, number]>(db, 'UPDATE lanes SET cases = cases + ? WHERE lane = ?').run(change, lane);
}
