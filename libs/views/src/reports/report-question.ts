import type { LocalDate } from '#promises';

/** By what cases can be told apart in a report. */
export const dimensions = ['board', 'administration', 'kind', 'category', 'channel'] as const;
export type Dimension = (typeof dimensions)[number];

/** How long a period is: quarters and tertials are those of the calendar year. */
export const periodLengths = ['month', 'quarter', 'tertial', 'half-year', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/**
 * What a report is asked. Two clocks: the period is what happened, the cases received in it; `asOf` is what was known then, of the
 * cases, of their promises and of the organisation.
 */
export interface ReportQuestion {
  /** The first day of receipt. */
  readonly from: LocalDate;
  /** The last day of receipt, inclusive. */
  readonly to: LocalDate;
  /** ISO 8601, UTC, with milliseconds, as the log writes it. */
  readonly asOf: string;
  /** Only cases for which this holds. */
  readonly only: Readonly<Partial<Record<Dimension, string>>>;
  /** Every combination that occurs is a group; if there are none, the four views of the service policy are the groups. */
  readonly groupBy: readonly Dimension[];
  /** Whether each group stands once for each period. */
  readonly period: PeriodLength | undefined;
}
