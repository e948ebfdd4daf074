import type { Recorded } from '#event-log';
import type { NoticeFacts, NoticeKindIntroduced } from '#notices';
import type { LocalDate } from '#promises';
import type { OnEvent, Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import type { DigestsAddressed } from './digests-addressed.js';
import { forget, markUnreached, observedTable, remember, rememberOffer, toldTypes, type Observed } from './observed.js';

/** Names the file of these tables; the version rises when they, or what is written into them, change. */
export const digestsView = { name: 'digests', version: 3 };

/**
 * What somebody is still to be told of, and the digests that are addressed and not yet requested. An observation leaves when everybody
 * to whom it was addressed has been told, or when nobody needs to be.
 */
export const digestTables: Tables = {
  ...digestsView,
  tables: ['introduced', 'observed', 'mornings', 'owed', 'told'],
  schema: `
    ${observedTable}
    CREATE TABLE introduced (event_id TEXT NOT NULL) STRICT;
    CREATE TABLE mornings (day TEXT PRIMARY KEY, event_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE owed (day TEXT, person_id TEXT, id TEXT, PRIMARY KEY (day, person_id, id)) STRICT, WITHOUT ROWID;
    CREATE INDEX owed_by_observation ON owed (id);
    CREATE TABLE told (id TEXT, person_id TEXT, PRIMARY KEY (id, person_id)) STRICT, WITHOUT ROWID;`,
  on: {
    NoticeKindIntroduced: (db, { id, data }) => {
      if ((data as NoticeKindIntroduced['data']).kind === 'digest') prepared<[string]>(db, 'INSERT INTO introduced VALUES (?)').run(id);
    },
    ...Object.fromEntries(toldTypes.map((type) => [type, onceIntroduced(remember)])),
    TransferSent: onceIntroduced(rememberOffer),
    TransferRedirected: onceIntroduced(rememberOffer),
    DigestsAddressed: addressed,
    DigestRequested: requested,
  },
};

/** The event that addressed the digests of a day; undefined if none has. */
export const morningOf = (db: Database, day: LocalDate): string | undefined =>
  prepared<[string], { eventId: string }>(db, 'SELECT event_id AS eventId FROM mornings WHERE day = ?').get(day)?.eventId;

/** Who is still to get the digest of a day. */
export const owedOn = (db: Database, day: LocalDate): readonly string[] =>
  prepared<[string], { personId: string }>(db, 'SELECT DISTINCT person_id AS personId FROM owed WHERE day = ?')
    .all(day)
    .map(({ personId }) => personId);

/** What somebody is told in the digest of a day. */
export const owedTo = (db: Database, day: LocalDate, personId: string): readonly Observed[] =>
  prepared<[string, string], Observed>(
    db,
    `SELECT observed.id, case_id AS caseId, kind, rung AS "to", promise, what, due
     FROM owed JOIN observed ON observed.id = owed.id WHERE day = ? AND person_id = ? ORDER BY number`,
  ).all(day, personId);

/** Who has been told of something while others are still to be. */
export const toldOf = (db: Database, id: string): readonly string[] =>
  prepared<[string], { personId: string }>(db, 'SELECT person_id AS personId FROM told WHERE id = ?')
    .all(id)
    .map(({ personId }) => personId);

/** What was observed before there were digests is no cause of one. */
function onceIntroduced(rememberThat: OnEvent): OnEvent {
  return (db, event) => {
    if (prepared(db, 'SELECT 1 FROM introduced LIMIT 1').get() !== undefined) rememberThat(db, event);
  };
}

/** What an earlier morning did not come to is in this one, or over. */
function addressed(db: Database, event: Recorded): void {
  const { day, digests, unreached, over } = event.data as DigestsAddressed['data'];
  prepared(db, 'DELETE FROM owed').run();
  prepared<[string, string]>(db, 'INSERT INTO mornings VALUES (?, ?)').run(day, event.id);
  const owe = prepared<[string, string, string]>(db, 'INSERT INTO owed SELECT ?, ?, id FROM observed WHERE id = ?');
  for (const { personId, tells } of digests) {
    for (const id of tells) {
      owe.run(day, personId, id);
      markUnreached(db, id, false);
    }
  }
  for (const id of unreached) markUnreached(db, id, true);
  for (const id of over) letGo(db, id);
}

function requested(db: Database, { data }: Recorded): void {
  const { day, personId } = data as NoticeFacts['DigestRequested'];
  const tells = owedTo(db, day, personId);
  prepared<[string, string]>(db, 'DELETE FROM owed WHERE day = ? AND person_id = ?').run(day, personId);
  for (const { id, kind } of tells) {
    if (kind === 'offered') continue; // until it is answered
    if (prepared<[string]>(db, 'SELECT 1 FROM owed WHERE id = ? LIMIT 1').get(id) === undefined) letGo(db, id);
    else prepared<[string, string]>(db, 'INSERT INTO told VALUES (?, ?)').run(id, personId);
  }
}

function letGo(db: Database, id: string): void {
  forget(db, id);
  prepared<[string]>(db, 'DELETE FROM told WHERE id = ?').run(id);
}
