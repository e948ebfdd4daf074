import type { CaseFacts } from '#cases';
import type { Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import { onCaseEvents } from '../case-on.js';
import { enterLane, moveToLane, placeOf } from './lanes.js';

/**
 * The working list of the staff. Every case stands in the lane of its board, status, kind and secrecy; the lanes carry their
 * counts. So any filter is a choice of lanes, and a page costs the same with a million cases as with a thousand.
 */
export const inbox: Tables = {
  name: 'inbox',
  version: 1,
  tables: ['cases', 'lanes'],
  schema: `
    CREATE TABLE lanes (
      lane   INTEGER PRIMARY KEY,
      board  TEXT NOT NULL,
      status TEXT NOT NULL,
      kind   TEXT NOT NULL,
      secret INTEGER NOT NULL,
      cases  INTEGER NOT NULL DEFAULT 0,
      UNIQUE (board, status, kind, secret)
    ) STRICT;
    CREATE TABLE cases (
      case_id       TEXT PRIMARY KEY,
      lane          INTEGER NOT NULL REFERENCES lanes,
      reference     TEXT NOT NULL,
      channel       TEXT NOT NULL,
      received_date TEXT NOT NULL,
      due           TEXT NOT NULL,
      diary_number  TEXT,
      category      TEXT,
      officer       TEXT,
      text          TEXT NOT NULL,
      interrupted   TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cases_in_lane ON cases (lane, due, case_id);`,

  on: onCaseEvents({
    CaseReceived: (db, { data }, caseId) => insert(db, caseId, data),
    CaseClassified: (db, { data }, caseId) => {
      set(db, caseId, 'category', data.category ?? null);
      if (data.secrecy === 'high') moveToLane(db, caseId, { secret: 1 });
    },
    CaseRouted: (db, { data }, caseId) => moveToLane(db, caseId, { board: data.board, status: 'with-board' }),
    CaseSentToTriage: (db, { data }, caseId) => moveToLane(db, caseId, { board: data.board, status: 'in-triage' }),
    TransferSent: (db, _event, caseId) => moveToLane(db, caseId, { status: 'in-transfer' }),
    TransferAccepted: (db, { data }, caseId) => {
      set(db, caseId, 'officer', null);
      moveToLane(db, caseId, { board: data.to, status: 'with-board' });
    },
    PromiseMade: (db, { data }, caseId) => {
      if (data.promise === 'answer') set(db, caseId, 'due', data.due);
    },
    DelayNoticeGiven: (db, { data }, caseId) => set(db, caseId, 'due', data.due),
    CaseRegistered: (db, { data }, caseId) => set(db, caseId, 'diary_number', data.diaryNumber),
    CaseAssigned: (db, { data }, caseId) => set(db, caseId, 'officer', data.officer),
    ClarificationAsked: (db, _event, caseId) => {
      set(db, caseId, 'interrupted', placeOf(db, caseId).status);
      moveToLane(db, caseId, { status: 'awaiting-clarification' });
    },
    ClarificationReceived: (db, _event, caseId) => moveToLane(db, caseId, { status: interrupted(db, caseId) }),
    AnswerGiven: (db, _event, caseId) => moveToLane(db, caseId, { status: 'answered' }),
    SecrecyMarked: (db, _event, caseId) => moveToLane(db, caseId, { secret: 1 }),
    CaseClosed: (db, _event, caseId) => moveToLane(db, caseId, { status: 'closed' }),
    CaseReopened: (db, _event, caseId) => moveToLane(db, caseId, { status: 'with-board' }),
    ReceiptDateCorrected: (db, { data }, caseId) => set(db, caseId, 'received_date', data.to),
  }),
};

/** Cases without a promised answer come last. */
const noDate = '9999-12-31';

function insert(db: Database, caseId: string, { kind, reference, channel, receivedDate, text }: CaseFacts['CaseReceived']): void {
  const lane = enterLane(db, { board: '', status: 'in-triage', kind, secret: 0 });
  prepared<unknown[]>(
    db,
    'INSERT INTO cases (case_id, lane, reference, channel, received_date, due, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(caseId, lane, reference, channel, receivedDate, noDate, JSON.stringify(text));
}

type Column = 'category' | 'officer' | 'due' | 'diary_number' | 'received_date' | 'interrupted';

function set(db: Database, caseId: string, column: Column, value: string | null): void {
  prepared<[string | null, string]>(db, `UPDATE cases SET ${column} = ? WHERE case_id = ?`).run(value, caseId);
}

function interrupted(db: Database, caseId: string): string {
  const row = prepared<[string], { interrupted: string | null }>(db, 'SELECT interrupted FROM cases WHERE case_id = ?').get(caseId);
  return row?.interrupted ?? 'with-board';
}
