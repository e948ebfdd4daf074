import { createHash } from 'node:crypto';
import type { Recorded } from '#event-log';
import { prepared, snapshot, type Database } from '#sqlite';
import { casesAskedFor, type AskedFor } from './cases-asked-for.js';
import type { FigureValue } from './figure.js';
import type { Common, View } from './group-cases.js';
import { reportOf } from './promise-report.js';
import { dimensions, type ReportQuestion } from './report-question.js';

/** A report as it was told once, with all that it takes to compute it again. */
export interface FrozenReport {
  readonly reportId: string;
  readonly question: Omit<ReportQuestion, 'period' | 'only'> & {
    readonly only: readonly { readonly dimension: string; readonly is: string }[];
    readonly period: string | null;
  };
  readonly method: number;
  /** The last event that it was made of. */
  readonly lastEvent: string;
  /** The cases that it is about: how many, and the SHA-256 of their ids, sorted, one a line. */
  readonly cases: { readonly count: number; readonly sha256: string };
  readonly groups: readonly FrozenGroup[];
}

/** Names may change, so only codes are kept. `figures` is null where the group is hidden. */
export interface FrozenGroup {
  readonly view: View;
  readonly by: Common;
  readonly figures: readonly FigureValue[] | null;
}

export const frozenStream = (reportId: string): string => `report-${reportId}`;

/** The answer to a question, as an event. */
export const freezeReport = (db: Database, reportId: string, question: ReportQuestion): { type: 'ReportFrozen'; data: FrozenReport } =>
  snapshot(db, () => {
    const asked = casesAskedFor(db, question);
    const { method, lastEvent = '', groups } = reportOf(db, question, asked);
    const { only, period, from, to, asOf, groupBy } = question;
    return {
      type: 'ReportFrozen',
      data: {
        reportId,
        question: {
          from,
          to,
          asOf,
          only: dimensions.flatMap((dimension) => (only[dimension] === undefined ? [] : [{ dimension, is: only[dimension] }])),
          groupBy,
          period: period ?? null,
        },
        method,
        lastEvent,
        cases: caseList(db, asked),
        groups: groups.map(({ view, by, figures }) => ({ view, by, figures: figures ?? null })),
      },
    };
  });

/** What was frozen by an event, with its question as it was asked. */
export function thaw({ data }: Recorded): { readonly frozen: FrozenReport; readonly question: ReportQuestion } {
  const frozen = data as FrozenReport;
  const { only, period, ...rest } = frozen.question;
  const question = { ...rest, only: Object.fromEntries(only.map(({ dimension, is }) => [dimension, is])), period: period ?? undefined };
  return { frozen, question: question as ReportQuestion };
}

function caseList(db: Database, { cases }: AskedFor): FrozenReport['cases'] {
  const caseId = prepared<[number], { case_id: string }>(db, 'SELECT case_id FROM known_cases WHERE number = ?');
  const lines = cases.map(({ number }) => `${caseId.get(number)?.case_id ?? ''}\n`).sort();
  return { count: lines.length, sha256: createHash('sha256').update(lines.join('')).digest('hex') };
}
