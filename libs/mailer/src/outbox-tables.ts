import type { Recorded } from '#event-log';
import type { NoticeFacts } from '#notices';
import type { OnEvent, Tables } from '#processors';
import { prepared, type Database } from '#sqlite';
import { capsTable, findSlot, rememberWrittenTo, type Addressee, type MailCaps, type Slot } from './caps.js';

/** What the outbox must be told, because it is sealed. */
export interface OutboxPolicy {
  /** Undefined if its address cannot be read. */
  readonly addressee: (request: NoticeFacts['NoticeRequested']) => Addressee | undefined;
  readonly caps: MailCaps;
}

type Fact<Type extends keyof NoticeFacts> = Recorded & { readonly data: Readonly<NoticeFacts[Type]> };

/** Names the file of these tables; the version rises when they, or what is written into them, change. */
export const outboxView = { name: 'outbox', version: 3 };

/**
 * What is still to be sent, and what a person should see. What was handed over leaves the table and is only counted.
 * `due_at` (milliseconds) is null where nothing is to be done: while it is claimed, and after it was given up.
 */
export const outboxTables = (policy: OutboxPolicy): Tables => ({
  ...outboxView,
  tables: ['outbox', 'tally', 'automatic_mail', 'written_to'],
  schema: `
    CREATE TABLE outbox (
      notice_id TEXT PRIMARY KEY,
      revision  INTEGER NOT NULL,
      standing  TEXT NOT NULL,
      since     TEXT NOT NULL,
      due_at    INTEGER,
      cap       TEXT,
      until     INTEGER,
      node      TEXT,
      start     TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;
    CREATE INDEX outbox_claims ON outbox (node) WHERE standing = 'claimed';
    CREATE TABLE tally (what TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    ${capsTable}`,
  on: {
    NoticeRequested: (db, event) => requested(db, event as Fact<'NoticeRequested'>, policy),
    DigestRequested: (db, event) => waits(db, event as Fact<'DigestRequested'>),
    NoticeClaimed: (db, event) => claimed(db, event as Fact<'NoticeClaimed'>),
    NoticeDeferred: (db, event) => dueAgain(db, event, 'deferred'),
    NoticeUncertain: (db, event) => {
      dueAgain(db, event, 'uncertain');
      count(db, 'uncertain');
    },
    NoticeHandedOver: (db, event) => {
      prepared<[string]>(db, 'DELETE FROM outbox WHERE notice_id = ?').run(idOf(event));
      count(db, 'handed-over');
    },
    NoticeFailed: ended('failed'),
    NoticeBounced: ended('bounced'),
    NoticeHeldBack: (db, event) => heldBack(db, event as Fact<'NoticeHeldBack'>),
  },
});

const idOf = ({ stream }: Recorded): string => stream.slice('notice-'.length);

function requested(db: Database, event: Fact<'NoticeRequested'>, { addressee, caps }: OutboxPolicy): void {
  const to = addressee(event.data);
  if (to && !event.data.automatic) rememberWrittenTo(db, to);
  waits(db, event, to && event.data.automatic ? findSlot(db, to, { at: Date.parse(event.data.requestedAt), caps }) : undefined);
}

/** The caps are for forms that are open to everybody. A digest has one of its own: its id is of a person and a day. */
function waits(db: Database, { data, revision }: Fact<'NoticeRequested' | 'DigestRequested'>, slot?: Slot): void {
  prepared<[string, number, string, number, string | null, number | null]>(
    db,
    `INSERT INTO outbox (notice_id, revision, standing, since, due_at, cap, until) VALUES (?, ?, 'waiting', ?, ?, ?, ?)`,
  ).run(data.noticeId, revision, data.requestedAt, Date.parse(data.requestedAt), slot?.cap ?? null, slot?.until ?? null);
}

function claimed(db: Database, event: Fact<'NoticeClaimed'>): void {
  const { node, start } = event.data;
  prepared<[number, string, string, string]>(
    db,
    `UPDATE outbox SET revision = ?, standing = 'claimed', due_at = NULL, node = ?, start = ? WHERE notice_id = ?`,
  ).run(event.revision, node, start, idOf(event));
}

function dueAgain(db: Database, event: Recorded, standing: 'deferred' | 'uncertain'): void {
  const { nextAttemptAt } = event.data as NoticeFacts['NoticeDeferred'];
  prepared<[number, string, number, string]>(db, `UPDATE outbox SET revision = ?, standing = ?, due_at = ? WHERE notice_id = ?`).run(
    event.revision,
    standing,
    Date.parse(nextAttemptAt),
    idOf(event),
  );
}

/** It is due again when it may go out. */
function heldBack(db: Database, event: Fact<'NoticeHeldBack'>): void {
  const { until } = event.data;
  prepared<[number, number | null, string]>(
    db,
    `UPDATE outbox SET revision = ?, standing = 'held-back', due_at = ?, cap = NULL, until = NULL WHERE notice_id = ?`,
  ).run(event.revision, until === null ? null : Date.parse(until), idOf(event));
}

/** A notice that bounced had left the table and comes back. */
const ended =
  (standing: 'failed' | 'bounced'): OnEvent =>
  (db, event) => {
    prepared<[string, number, string, string]>(
      db,
      `INSERT INTO outbox (notice_id, revision, standing, since) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET revision = excluded.revision, standing = excluded.standing, due_at = NULL`,
    ).run(idOf(event), event.revision, standing, event.metadata.recordedAt);
  };

const count = (db: Database, what: string): void => {
  prepared<[string]>(db, 'INSERT INTO tally VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1').run(what);
};
