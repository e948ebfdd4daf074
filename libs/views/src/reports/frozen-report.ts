import type { Recorded } from '#event-log';
import { readCheckpoint } from '#processors';
import { snapshot, type Database } from '#sqlite';
import type { Reach } from '#cases';
import { caseList, noting, type CaseList } from './case-list.js';
import { casesAskedFor } from './cases-asked-for.js';
import type { FigureValue } from './figure.js';
import type { Common, View } from './group-cases.js';
import { reportOf } from './promise-report.js';
import type { Counted } from './read-cases.js';
import { dimensions, type ReportQuestion } from './report-question.js';

/** A report as it was told once, with all that it takes to compute it again. */
export interface FrozenReport {
  readonly reportId: string;
  readonly question: Omit<ReportQuestion, 'period' | 'only'> & {
    readonly only: readonly { readonly dimension: string; readonly is: string }[];
    readonly period: string | null;
  };
  /** Whose cases it counts: those that whoever froze it might read then. Null for what was frozen when every case was counted for everybody. */
  readonly reach: Exclude<Counted, 'everything'> | null;
  readonly method: number;
  /** The last event that it was made of. */
  readonly lastEvent: string;
  readonly cases: CaseList;
  readonly groups: readonly FrozenGroup[];
}

/** Names may change, so only codes are kept. `figures` is null where a group was hidden, as small ones once were. */
export interface FrozenGroup {
  readonly view: View;
  readonly by: Common;
  readonly figures: readonly FigureValue[] | null;
}

/** What is frozen, before it is. */
export interface Freezing {
  readonly reportId: string;
  /** Random, so that nobody who does not have it finds the cases by trying. */
  readonly salt: string;
}

export const frozenStream = (reportId: string): string => `report-${reportId}`;

/** The answer to a question, as an event. */
export const freezeReport = (
  db: Database,
  { reportId, salt }: Freezing,
  question: ReportQuestion,
  counted: Counted,
): { readonly type: 'ReportFrozen'; readonly data: FrozenReport } =>
  snapshot(db, () => {
    const numbers: number[] = [];
    const { cases, organisation } = casesAskedFor(db, question, counted);
    const { method, groups } = reportOf(question, { organisation, cases: noting(cases, numbers) });
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
        reach: counted === 'everything' ? null : counted,
        method,
        lastEvent: readCheckpoint(db)?.eventId ?? '',
        cases: caseList(db, numbers, salt),
        groups: groups.map(({ view, by, figures }) => ({ view, by, figures })),
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

/** Whether a reader may read every case that a report counts. Tables are told to everybody; what counted every case, to nobody. */
export function isCoveredBy({ type, data }: Recorded, reader: Reach): boolean {
  if (type === 'TablesFrozen') return true;
  const { reach } = data as FrozenReport;
  const holds = (all: readonly string[], some: readonly string[]): boolean => some.every((board) => all.includes(board));
  return (
    reach !== null &&
    holds(reader.boards, reach.boards) &&
    holds(reader.triageOf, reach.triageOf) &&
    (reader.anyTriage || !reach.anyTriage) &&
    (reader.others === 'whole' || reach.others !== 'whole')
  );
}
