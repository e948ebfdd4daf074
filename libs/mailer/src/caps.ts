import type { NoticeFacts } from '#notices';
import { prepared, type Database } from '#sqlite';

export type Cap = NoticeFacts['NoticeHeldBack']['reason'];

export const capsTable = `
  CREATE TABLE automatic_mail (
    address TEXT NOT NULL,
    case_id TEXT NOT NULL,
    day     TEXT NOT NULL,
    PRIMARY KEY (address, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX automatic_mail_by_day ON automatic_mail (address, day);`;

/** An automatic notice: to whom (a keyed hash of the address), about what, on which local day. */
export interface AutomaticMail {
  readonly address: string;
  readonly caseId: string;
  readonly day: string;
}

/**
 * Counts an automatic notice, in the order of the log, so that every node and every rebuild comes to the same result. Open
 * forms are used to bomb people with mail: without a person acting, an address gets one per case and so many a day.
 * @returns the cap that it is beyond, if it is
 */
export function countAutomaticMail(db: Database, { address, caseId, day }: AutomaticMail, perDay: number): Cap | undefined {
  const sameDay = prepared<[string, string], { sent: number }>(
    db,
    'SELECT count(*) AS sent FROM automatic_mail WHERE address = ? AND day = ?',
  );
  if ((sameDay.get(address, day)?.sent ?? 0) >= perDay) return 'daily-cap';
  const insert = prepared<[string, string, string]>(db, 'INSERT INTO automatic_mail VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  return insert.run(address, caseId, day).changes === 0 ? 'case-cap' : undefined;
}
