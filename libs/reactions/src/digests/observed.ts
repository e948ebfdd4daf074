import type { Recorded } from '#event-log';
import type { DueWork, LocalDate, PromiseKind, PromiseObservations, Rung } from '#promises';
import { prepared, type Database } from '#sqlite';

/** Something about a promise that somebody is still to be told of. */
export interface Observed {
  /** Its event. */
  readonly id: string;
  readonly caseId: string;
  /** `offered`: another board has offered it, and it is to be accepted or declined; told each working morning for as long. */
  readonly kind: Exclude<DueWork['kind'], 'missed'> | 'offered';
  readonly to: Rung;
  readonly promise: string;
  readonly what: PromiseKind;
  readonly due: LocalDate;
}

export const observedTable = `
  CREATE TABLE observed (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE,
    case_id   TEXT NOT NULL,
    kind      TEXT NOT NULL,
    rung      TEXT NOT NULL,
    promise   TEXT NOT NULL,
    what      TEXT NOT NULL,
    due       TEXT NOT NULL,
    unreached INTEGER NOT NULL
  ) STRICT;`;

const columns = 'id, case_id AS caseId, kind, rung AS "to", promise, what, due';

type Told = Exclude<keyof PromiseObservations, 'PromiseMissed'>;

const kinds: Readonly<Record<Told, Observed['kind']>> = {
  PromiseReminded: 'reminder',
  PromiseEscalated: 'escalation',
  PromiseUndelivered: 'undelivered',
  ReplyOverdue: 'unreplied',
};

/** The name of every event that somebody is told of. */
export const toldTypes = Object.keys(kinds) as readonly Told[];

/** What somebody is still to be told of, in the order of the log; what reached nobody yesterday comes last, so that it is in nobody's way. */
export const allObserved = (db: Database, atMost: number): readonly Observed[] =>
  prepared<[number], Observed>(db, `SELECT ${columns} FROM observed ORDER BY unreached, number LIMIT ?`).all(atMost);

/** The last of it; changes whenever there is more. Undefined if there is nothing. */
export const lastObserved = (db: Database): number | undefined =>
  prepared<[], { last: number | null }>(db, 'SELECT max(number) AS last FROM observed').get()?.last ?? undefined;

/** Those that nobody could be told of when it was last tried. */
export const countUnreached = (db: Database): number =>
  prepared<[], { count: number }>(db, 'SELECT count(*) AS count FROM observed WHERE unreached = 1').get()?.count ?? 0;

export const wasUnreached = (db: Database, id: string): boolean =>
  prepared<[string], { unreached: number }>(db, 'SELECT unreached FROM observed WHERE id = ?').get(id)?.unreached === 1;

export const markUnreached = (db: Database, id: string, unreached: boolean): void =>
  void prepared<[number, string]>(db, 'UPDATE observed SET unreached = ? WHERE id = ?').run(unreached ? 1 : 0, id);

export const forget = (db: Database, id: string): void => void prepared<[string]>(db, 'DELETE FROM observed WHERE id = ?').run(id);

/** An offer is told of from the next working morning on. Its date is that of the case, and is looked up when it is told. */
export const rememberOffer = (db: Database, event: Recorded): void =>
  insert(db, event, { kind: 'offered', to: 'officer', promise: event.stream.slice('case-'.length), what: 'answer', due: '' });

export function remember(db: Database, event: Recorded): void {
  insert(db, event, { kind: kinds[event.type as Told], ...(event.data as PromiseObservations[Told]) });
}

type Remembered = Pick<Observed, 'kind' | 'promise' | 'what' | 'due'> & { readonly to: string };

function insert(db: Database, event: Recorded, { kind, to, promise, what, due }: Remembered): void {
  prepared<string[]>(
    db,
    'INSERT INTO observed (id, case_id, kind, rung, promise, what, due, unreached) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
  ).run(event.id, event.stream.replace(/^(case|promise)-/, ''), kind, to, promise, what, due);
}
