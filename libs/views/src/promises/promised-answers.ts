import type { LocalDate } from '#promises';
import { prepared, type Database } from '#sqlite';
import { promiseState } from './promise-row.js';
import { stillKnown } from './version-table.js';

/** The promise that stands of a case: of its answer, or of its review once one was asked for. */
export interface PromisedAnswer {
  readonly what: 'answer' | 'review';
  /** The date last validly promised. */
  readonly due: LocalDate;
  readonly state: 'open' | 'kept' | 'missed' | 'released';
  /** Whether it has arrived, in time or not. What was answered and came back has not. */
  readonly delivered: boolean;
}

interface Row extends Omit<PromisedAnswer, 'delivered'> {
  readonly caseId: string;
  readonly delivered: 0 | 1;
}

/**
 * How the promises of these cases stand on a day, as the ledger judges them; a case that was promised no answer is left out. Costs an index
 * look-up for each case.
 */
export function promisedAnswers(db: Database, caseIds: readonly string[], today: LocalDate): ReadonlyMap<string, PromisedAnswer> {
  const rows = prepared<[object], Row>(db, standing).all({ caseIds: JSON.stringify(caseIds), today });
  return new Map(rows.map(({ caseId, delivered, ...promise }) => [caseId, { delivered: delivered === 1, ...promise }]));
}

/** Of several the last holds: a case that is taken up again is promised another answer. */
const standing = `
  SELECT case_id AS caseId, what, due, ${promiseState} AS state, delivered_on IS NOT NULL AS delivered
  FROM json_each(:caseIds) wanted
    JOIN known_cases ON case_id = wanted.value
    JOIN promise_versions ON promise_versions.number = known_cases.number
  WHERE known_until = '${stillKnown}' AND what IN ('answer', 'review')
  ORDER BY promise_versions.number, place`;
