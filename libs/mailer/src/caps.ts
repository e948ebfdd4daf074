import type { NoticeFacts } from '#notices';
import { prepared, type Database } from '#sqlite';

export type Cap = NoticeFacts['NoticeHeldBack']['reason'];

/** How much goes out without a person acting. */
export interface MailCaps {
  /** To one mailbox in 24 hours. */
  readonly perAddress: number;
  /** To one domain in 24 hours, and one more for each mailbox there that a person has written to. */
  readonly perDomain: number;
  /** To everybody in an hour. */
  readonly perHour: number;
}

export const usualCaps: MailCaps = { perAddress: 5, perDomain: 100, perHour: 1_000 };

/** A domain at which a person has written to so many is a provider of mail, and no victim. */
const providerFrom = 500;
const hour = 3_600_000;
const day = 24 * hour;

export const capsTable = `
  CREATE TABLE automatic_mail (
    mailbox TEXT NOT NULL,
    domain  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (mailbox, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX automatic_mail_by_mailbox ON automatic_mail (mailbox, at);
  CREATE INDEX automatic_mail_by_domain ON automatic_mail (domain, at);
  CREATE INDEX automatic_mail_by_time ON automatic_mail (at);
  CREATE TABLE written_to (mailbox TEXT PRIMARY KEY, domain TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX written_to_by_domain ON written_to (domain);`;

/** Whom a notice goes to and what it is about; mailbox and domain as keyed hashes. */
export interface Addressee {
  readonly mailbox: string;
  readonly domain: string;
  readonly caseId: string;
}

/** When a mail may go out, in milliseconds, and which cap it waits for until then. */
export interface Slot {
  readonly cap: Cap;
  /** Null is never: the address has had its mail of this case. */
  readonly until: number | null;
}

/** A person has acted in a case of this address: it is somebody's with whom we are in touch. */
export const rememberWrittenTo = (db: Database, { mailbox, domain }: Addressee): void =>
  void prepared<[string, string]>(db, 'INSERT INTO written_to VALUES (?, ?) ON CONFLICT DO NOTHING').run(mailbox, domain);

/**
 * Finds the time at which an automatic notice may go out, in the order of the log, so that every node and every rebuild comes to the same
 * result. Open forms are used to bomb people with mail: what is beyond a cap waits for the next place and is never dropped. Whoever a
 * person has written to is no stranger and waits for no one but themselves.
 * @param at when it was asked for, in milliseconds
 * @returns undefined if it may go out at once
 */
export function findSlot(db: Database, to: Addressee, { at, caps }: { readonly at: number; readonly caps: MailCaps }): Slot | undefined {
  if (hasMailOf(db, to)) return { cap: 'case-cap', until: null };
  let slot: { cap: Cap; until: number } | undefined;
  for (const { cap, from } of waits(db, to, caps)) if (from > (slot?.until ?? at)) slot = { cap, until: from };
  const insert = prepared<[string, string, string, number]>(db, 'INSERT INTO automatic_mail VALUES (?, ?, ?, ?)');
  insert.run(to.mailbox, to.domain, to.caseId, slot?.until ?? at);
  return slot;
}

/** From when on each cap has a place: so long after the mail that is as many places back as it allows. */
function waits(db: Database, { mailbox, domain }: Addressee, { perAddress, perDomain, perHour }: MailCaps): { cap: Cap; from: number }[] {
  const ofMailbox = { cap: 'address-cap', from: back(db, 'mailbox = ?', [mailbox, perAddress]) + day } as const;
  if (isWrittenTo(db, mailbox)) return [ofMailbox];
  const known = countWrittenTo(db, domain);
  const ofDomain = known < providerFrom ? back(db, 'domain = ?', [domain, perDomain + known]) + day : -Infinity;
  return [ofMailbox, { cap: 'domain-cap', from: ofDomain }, { cap: 'hour-cap', from: back(db, "'all' = ?", ['all', perHour]) + hour }];
}

/** When the mail went out that is so many places back; before all time if there are not so many. */
function back(db: Database, where: string, [of, places]: readonly [string, number]): number {
  if (!Number.isFinite(places)) return -Infinity;
  const sql = `SELECT at FROM automatic_mail WHERE ${where} ORDER BY at DESC LIMIT 1 OFFSET ?`;
  return prepared<[string, number], { at: number }>(db, sql).get(of, places - 1)?.at ?? -Infinity;
}

const hasMailOf = (db: Database, { mailbox, caseId }: Addressee): boolean =>
  prepared<[string, string]>(db, 'SELECT 1 FROM automatic_mail WHERE mailbox = ? AND case_id = ?').get(mailbox, caseId) !== undefined;

const isWrittenTo = (db: Database, mailbox: string): boolean =>
  prepared<[string]>(db, 'SELECT 1 FROM written_to WHERE mailbox = ?').get(mailbox) !== undefined;

const countWrittenTo = (db: Database, domain: string): number =>
  prepared<[string, number], { known: number }>(
    db,
    'SELECT count(*) AS known FROM (SELECT 1 FROM written_to WHERE domain = ? LIMIT ?)',
  ).get(domain, providerFrom)?.known ?? 0;
