import { localDate } from '#promises';
import { prepared, type Database } from '#sqlite';
import type { Reach } from '#cases';
import { extentOf } from '../inbox/list-cases.js';
import { promiseState } from '../promises/promise-row.js';
import type { ReportQuestion } from './report-question.js';

/**
 * A case as a report counts it: what was known of it, and how its promises stood on the day of the question. Made here of what is read,
 * because an object of the driver's is a hash table: with so many cases it takes three times as long to make, and to read.
 */
export class CountedCase {
  // eslint-disable-next-line max-params -- one for each column, in the order in which they are read
  constructor(
    readonly number: number,
    readonly receivedDate: string,
    readonly board: string,
    /** Null as long as nobody has routed it. */
    readonly firstBoard: string | null,
    readonly kind: string,
    readonly channel: string,
    readonly category: string | null,
    readonly secret: 0 | 1,
    readonly anonymous: 0 | 1,
    readonly byMail: 0 | 1,
    readonly undeliverable: 0 | 1,
    readonly concluded: 0 | 1,
    readonly transfers: number,
    readonly returns: number,
    readonly reopened: number,
    /** Whether the last answer satisfied; null where the submitter has not said so. */
    readonly satisfied: 0 | 1 | null,
    readonly actions: number,
    readonly actionsDone: number,
    /** Whether a receipt that was promised was told in time; and whether one was not. */
    readonly acknowledgementKept: 0 | 1 | null,
    readonly acknowledgementMissed: 0 | 1 | null,
    readonly answerKept: 0 | 1 | null,
    readonly answerMissed: 0 | 1 | null,
    readonly answeredOn: string | null,
    /** The date of the earliest answer that has passed, that nobody was released from, and that has not arrived. */
    readonly overdueSince: string | null,
    readonly delaysInTime: number | null,
    readonly delaysVoid: number | null,
  ) {}
}

/** Whose cases are counted: those that a reader may read now, or all there are. */
export type Counted = Reach | 'everything';

/** The cases that were received in a period, as they were known at an instant, with all their promises; one at a time, as there are many. */
export function* readCases(db: Database, question: ReportQuestion, counted: Counted, among?: readonly number[]): Generator<CountedCase> {
  const sql = casesAsOf({ walled: counted !== 'everything', among: among !== undefined });
  const rows = db
    .prepare(sql)
    .raw()
    .iterate({ ...parametersOf(question), ...(among && { among: JSON.stringify(among) }) });
  const isCounted = counted === 'everything' ? () => true : rememberedWall(counted);
  for (const row of rows as Iterable<ReadRow>) if (isCounted(row)) yield new CountedCase(...(row as unknown as ColumnsOfCase));
}

/** A case's place in a report: by its day of receipt, and on that day by when it came to be known. */
export interface PlaceInReport {
  readonly receivedDate: string;
  readonly number: number;
}

/** Where the next cases stand that a question is about, whoever may read them; an index look-up, however many there are. */
export const placesAfter = (db: Database, question: ReportQuestion, after: PlaceInReport, atMost: number): readonly PlaceInReport[] =>
  prepared<[object], PlaceInReport>(
    db,
    `SELECT received_date AS receivedDate, number FROM case_versions c
     WHERE ${isAskedFor} AND (received_date, number) > (:afterDate, :afterNumber) ORDER BY received_date, number LIMIT :atMost`,
  ).all({ ...parametersOf(question), afterDate: after.receivedDate, afterNumber: after.number, atMost });

const parametersOf = ({ from, to, asOf, only: { board, kind, category, channel } }: ReportQuestion) => ({
  ...{ from, to, asOf, today: localDate(asOf) },
  ...{ board: board ?? null, kind: kind ?? null, category: category ?? null, channel: channel ?? null },
});

type ColumnsOfCase = ConstructorParameters<typeof CountedCase>;
type ReadRow = readonly (string | number | null)[];

/** The wall stands at what is known now, in the last columns. Many cases stand alike to it. */
function rememberedWall(reach: Reach): (row: ReadRow) => boolean {
  const known = new Map<string, boolean>();
  return (row) => {
    const [board, secret, triage, offered] = row.slice(CountedCase.length) as [string, number, number, string];
    const key = `${board} ${secret} ${triage} ${offered}`;
    const found = known.get(key) ?? extentOf(reach, { board, secret, triage, offered }) === 'whole';
    known.set(key, found);
    return found;
  };
}

const known = (table: string): string => `${table}.known_from <= :asOf AND :asOf < ${table}.known_until`;
const asked = (name: string, column: string): string => `(:${name} IS NULL OR ${column} = :${name})`;
const any = (what: string, state: string): string => `max(p.what = '${what}' AND p.state = '${state}')`;

const isAskedFor = `received_date BETWEEN :from AND :to AND ${known('c')}
    AND ${['board', 'kind', 'category', 'channel'].map((column) => asked(column, `c.${column}`)).join(' AND ')}`;

const casesAsOf = ({ walled, among }: { readonly walled: boolean; readonly among: boolean }): string => `
  WITH p AS (SELECT *, ${promiseState} AS state FROM promise_versions WHERE ${known('promise_versions')})
  SELECT c.number, received_date AS receivedDate, c.board, first_board AS firstBoard, kind, channel, category, c.secret, anonymous,
    by_mail AS byMail, undeliverable, concluded, transfers, returns, reopened, satisfied, actions, actions_done AS actionsDone,
    ${any('acknowledgement', 'kept')} AS acknowledgementKept, ${any('acknowledgement', 'missed')} AS acknowledgementMissed,
    ${any('answer', 'kept')} AS answerKept, ${any('answer', 'missed')} AS answerMissed,
    min(CASE WHEN p.what = 'answer' THEN p.delivered_on END) AS answeredOn,
    min(CASE WHEN p.what = 'answer' AND p.state = 'missed' AND p.delivered_on IS NULL AND p.released_on IS NULL THEN p.due END) AS overdueSince,
    sum(p.delays_in_time) AS delaysInTime, sum(p.delays_void) AS delaysVoid
    ${walled ? ', k.board, k.secret, k.triage, k.offered' : ''}
  FROM case_versions c LEFT JOIN p ON p.number = c.number ${walled ? 'JOIN known_cases k ON k.number = c.number' : ''}
  WHERE ${isAskedFor} ${among ? 'AND c.number IN (SELECT value FROM json_each(:among))' : ''}
  GROUP BY c.number`;
