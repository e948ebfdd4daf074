import type { LocalDate } from '#promises';
import type { CountedCase } from './read-cases.js';

/** What people read, in both languages. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** The two goals of the service policy that feedback serves: people feel involved; the organisation is easy to reach. */
export type Goal = 'participation' | 'accessibility';

/** A case as a figure weighs it, with what it takes some work to know. */
export interface WeighedCase extends CountedCase {
  /** Working days from receipt to the delivered answer; undefined if there is none, or no calendar for those days. */
  readonly daysToAnswer: number | undefined;
}

interface Defined {
  readonly name: string;
  readonly goal: Goal;
  readonly title: Words;
  readonly definition: Words;
}

/** How a figure is made of cases. A case that `weigh` gives nothing for is no part of it. */
export type Figure = Defined &
  (
    | { readonly unit: 'count' | 'share'; readonly weigh: (one: WeighedCase) => Part | undefined }
    | { readonly unit: 'working-days'; readonly percentile: number; readonly weigh: (one: WeighedCase) => number | undefined }
    | { readonly unit: 'date'; readonly weigh: (one: WeighedCase) => LocalDate | undefined }
  );

/** What a case adds to a figure: a part of a count, days, or a date; undefined if it is no part of it. */
export type Weight = Part | number | LocalDate | undefined;

/** So many of so many. */
export interface Part {
  readonly value: number;
  readonly of: number;
}

/** A figure of some cases: `value` of `n`; null where there is nothing to measure. */
export interface FigureValue {
  readonly figure: string;
  readonly value: number | LocalDate | null;
  readonly n: number;
}

/** What is told of a figure, or null. */
type Measured = { readonly [Part in 'value' | 'n']: FigureValue[Part] | null };

/** A share in per cent with one decimal; undefined for what is no share, and of nothing. */
export const percentOf = ({ value, n }: Measured, unit: Figure['unit'] | undefined): number | undefined =>
  unit === 'share' && n !== null && n > 0 && typeof value === 'number' ? Math.round((value / n) * 1000) / 10 : undefined;
