import type { CaseRow } from './case-row.js';
import type { PromiseRow } from './promise-row.js';
import { versionWriter } from './version-table.js';

/**
 * `known_cases` is what the next event builds on and where the wall stands; the versions are what reports read. A case has a number, so
 * that what happens at the same time lies together.
 */
export const promiseTables = `
  CREATE TABLE known_cases (
    number    INTEGER PRIMARY KEY,
    case_id   TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    board     TEXT NOT NULL,
    secret    INTEGER NOT NULL,
    triage    INTEGER NOT NULL,
    offered   TEXT NOT NULL,
    known     TEXT NOT NULL
  ) STRICT;
  CREATE TABLE case_versions (
    number        INTEGER NOT NULL,
    known_from    TEXT NOT NULL,
    known_until   TEXT NOT NULL,
    received_date TEXT NOT NULL,
    board         TEXT NOT NULL,
    first_board   TEXT,
    kind          TEXT NOT NULL,
    channel       TEXT NOT NULL,
    category      TEXT,
    status        TEXT NOT NULL,
    secret        INTEGER NOT NULL,
    anonymous     INTEGER NOT NULL,
    by_mail       INTEGER NOT NULL,
    undeliverable INTEGER NOT NULL,
    concluded     INTEGER NOT NULL,
    transfers     INTEGER NOT NULL,
    returns       INTEGER NOT NULL,
    reopened      INTEGER NOT NULL,
    satisfied     INTEGER,
    actions       INTEGER NOT NULL,
    actions_done  INTEGER NOT NULL,
    closed_on     TEXT,
    outcome       TEXT,
    PRIMARY KEY (number, known_from)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_versions_by_receipt ON case_versions (received_date);
  CREATE TABLE promise_versions (
    number         INTEGER NOT NULL,
    place          INTEGER NOT NULL,
    known_from     TEXT NOT NULL,
    known_until    TEXT NOT NULL,
    what           TEXT NOT NULL,
    made_on        TEXT NOT NULL,
    due            TEXT NOT NULL,
    delivered_on   TEXT,
    released_on    TEXT,
    delays_in_time INTEGER NOT NULL,
    delays_void    INTEGER NOT NULL,
    PRIMARY KEY (number, place, known_from)
  ) STRICT, WITHOUT ROWID`;

export const writeCaseVersion = versionWriter<'number', CaseRow>(
  'case_versions',
  ['number'],
  [
    'received_date',
    'board',
    'first_board',
    'kind',
    'channel',
    'category',
    'status',
    'secret',
    'anonymous',
    'by_mail',
    'undeliverable',
    'concluded',
    'transfers',
    'returns',
    'reopened',
    'satisfied',
    'actions',
    'actions_done',
    'closed_on',
    'outcome',
  ],
);

/** A promise is named by its place in the ledger of its case, which only grows. */
export const writePromiseVersion = versionWriter<'number' | 'place', PromiseRow>(
  'promise_versions',
  ['number', 'place'],
  ['what', 'made_on', 'due', 'delivered_on', 'released_on', 'delays_in_time', 'delays_void'],
);
