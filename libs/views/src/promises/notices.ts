import type { Recorded } from '#event-log';
import { prepared, type Database } from '#sqlite';

/** Which case a notice is about, and which event it tells of: only its first event says so. */
export interface Notice {
  readonly noticeId: string;
  readonly caseId: string;
  readonly telling: string;
}

export const noticesTable = `
  CREATE TABLE notices (
    notice_id TEXT PRIMARY KEY,
    case_id   TEXT NOT NULL,
    telling   TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`;

export function rememberNotice(db: Database, { data, metadata }: Recorded): void {
  const { noticeId, caseId } = data as { noticeId: string; caseId: string };
  prepared<[string, string, string]>(db, 'INSERT INTO notices VALUES (?, ?, ?)').run(noticeId, caseId, metadata.causationId ?? '');
}

/** Undefined if it is about no case: the staff are told of many at once. */
export function noticeOf(db: Database, { stream }: Recorded): Notice | undefined {
  const noticeId = stream.slice('notice-'.length);
  const sql = 'SELECT case_id AS caseId, telling FROM notices WHERE notice_id = ?';
  const found = prepared<[string], Omit<Notice, 'noticeId'>>(db, sql).get(noticeId);
  return found && { noticeId, ...found };
}
