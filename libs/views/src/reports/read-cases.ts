import type { Database } from '#sqlite';
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
    /** Whether the last answer satisfied; null where nobody has said. */
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

/** The cases that were received in a period, as they were known at an instant, with all their promises. */
export function readCases(db: Database, { from, to, asOf, only }: ReportQuestion, today: string): readonly CountedCase[] {
  const { board, kind, category, channel } = only;
  const parameters = {
    from,
    to,
    asOf,
    today,
    board: board ?? null,
    kind: kind ?? null,
    category: category ?? null,
    channel: channel ?? null,
  };
  const rows = db.prepare(casesAsOf).raw().iterate(parameters) as Iterable<ConstructorParameters<typeof CountedCase>>;
  return Array.from(rows, (row) => new CountedCase(...row));
}

const known = (table: string): string => `${table}.known_from <= :asOf AND :asOf < ${table}.known_until`;
const asked = (column: string): string => `(:${column} IS NULL OR ${column} = :${column})`;
const any = (what: string, state: string): string => `max(p.what = '${what}' AND p.state = '${state}')`;

const casesAsOf = `
  WITH p AS (SELECT *, ${promiseState} AS state FROM promise_versions WHERE ${known('promise_versions')})
  SELECT c.number, received_date AS receivedDate, board, first_board AS firstBoard, kind, channel, category, secret, anonymous,
    by_mail AS byMail, undeliverable, concluded, transfers, returns, reopened, satisfied, actions, actions_done AS actionsDone,
    ${any('acknowledgement', 'kept')} AS acknowledgementKept, ${any('acknowledgement', 'missed')} AS acknowledgementMissed,
    ${any('answer', 'kept')} AS answerKept, ${any('answer', 'missed')} AS answerMissed,
    min(CASE WHEN p.what = 'answer' THEN p.delivered_on END) AS answeredOn,
    min(CASE WHEN p.what = 'answer' AND p.state = 'missed' AND p.delivered_on IS NULL AND p.released_on IS NULL THEN p.due END) AS overdueSince,
    sum(p.delays_in_time) AS delaysInTime, sum(p.delays_void) AS delaysVoid
  FROM case_versions c LEFT JOIN p ON p.number = c.number
  WHERE received_date BETWEEN :from AND :to AND ${known('c')}
    AND ${['board', 'kind', 'category', 'channel'].map(asked).join(' AND ')}
  GROUP BY c.number`;
