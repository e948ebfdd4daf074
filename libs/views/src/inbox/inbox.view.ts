import { caseEventTypes, evolve, isInTriage, isSecret, notReceived, type Case, type ReceivedCase } from '#cases';
import { canonicalJson, type Recorded } from '#event-log';
import type { Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import { asCaseEvent, caseIdOf } from '../case-events.js';
import { changeLane, type Lane } from './lanes.js';
import { noOfficer } from './officers-in-lane.js';

/** What a row holds: the state that the domain's own `evolve` made, and the submitter's words for the list. */
export interface InboxState {
  readonly state: ReceivedCase;
  /** Sealed. */
  readonly text: unknown;
}

/**
 * The working list of the staff. Every case stands in the lane of its board, status, kind and secrecy; the lanes carry their
 * counts. So any filter is a choice of lanes, and a page costs the same with a million cases as with a thousand.
 */
export function inbox(): Tables {
  /** The cases that the events at hand have touched; written once, however many events there were. */
  const touched = new Map<string, InboxState>();

  const onCaseEvent = (db: Database, event: Recorded): void => {
    const caseId = caseIdOf(event);
    const before = touched.get(caseId) ?? load(db, caseId);
    const state = evolve(before?.state ?? notReceived, asCaseEvent(event));
    touched.set(caseId, { state: received(state), text: before?.text ?? (event.data as { text?: unknown }).text });
  };

  return {
    name: 'inbox',
    version: 5,
    tables: ['cases', 'lanes'],
    schema: `
      CREATE TABLE lanes (
        lane    INTEGER PRIMARY KEY,
        board   TEXT NOT NULL,
        status  TEXT NOT NULL,
        kind    TEXT NOT NULL,
        secret  INTEGER NOT NULL,
        triage  INTEGER NOT NULL,
        offered TEXT NOT NULL,
        cases   INTEGER NOT NULL DEFAULT 0,
        UNIQUE (board, status, kind, secret, triage, offered)
      ) STRICT;
      CREATE TABLE cases (
        case_id TEXT PRIMARY KEY,
        lane    INTEGER NOT NULL REFERENCES lanes,
        due     TEXT NOT NULL,
        officer TEXT NOT NULL,
        row     TEXT NOT NULL
      ) STRICT;
      CREATE INDEX cases_in_lane ON cases (lane, due, case_id);
      CREATE INDEX cases_of_officer ON cases (lane, officer, due, case_id);`,
    on: Object.fromEntries(caseEventTypes.map((type) => [type, onCaseEvent])),
    begin: () => touched.clear(),
    finish: (db) => {
      for (const [caseId, row] of touched) write(db, caseId, row);
    },
  };
}

/** Stands for no promised date; such cases come last. */
export const noDate = '9999-12-31';

function load(db: Database, caseId: string): InboxState | undefined {
  const found = prepared<[string], { row: string }>(db, 'SELECT row FROM cases WHERE case_id = ?').get(caseId);
  return found && (JSON.parse(found.row) as InboxState);
}

function received(state: Case): ReceivedCase {
  if (state.status === 'not-received') throw new Error('an event of a case that was never received');
  return state;
}

/** In one order of keys, so that a row is the same to the byte however many events it took at once. */
function write(db: Database, caseId: string, row: InboxState): void {
  const { known } = row.state;
  const lane = changeLane(db, caseId, laneFor(row.state));
  prepared<[string, number, string, string, string]>(
    db,
    `INSERT INTO cases (case_id, lane, due, officer, row) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET lane = excluded.lane, due = excluded.due, officer = excluded.officer, row = excluded.row`,
  ).run(caseId, lane, known.answerDue ?? noDate, known.officer ?? noOfficer, canonicalJson(row));
}

const laneFor = (state: ReceivedCase): Lane => ({
  board: state.known.board,
  status: state.status,
  kind: state.known.kind,
  secret: isSecret(state.known) ? 1 : 0,
  triage: isInTriage(state) ? 1 : 0,
  offered: state.status === 'in-transfer' ? state.to : '',
});
