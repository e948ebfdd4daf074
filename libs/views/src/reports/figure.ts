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

export function valueOf(figure: Figure, cases: readonly WeighedCase[]): FigureValue {
  switch (figure.unit) {
    case 'count':
    case 'share':
      return { figure: figure.name, ...sum(cases, figure.weigh) };
    case 'working-days': {
      const days = weighed(cases, figure.weigh).sort((one, other) => one - other);
      return { figure: figure.name, value: nearestRank(days, figure.percentile), n: days.length };
    }
    case 'date': {
      const dates = weighed(cases, figure.weigh).sort();
      return { figure: figure.name, value: dates[0] ?? null, n: dates.length };
    }
  }
}

/** In one pass: there are many cases, and many figures of each. */
function sum(cases: readonly WeighedCase[], weigh: (one: WeighedCase) => Part | undefined): { value: number; n: number } {
  let [value, n] = [0, 0];
  for (const one of cases) {
    const part = weigh(one);
    if (part === undefined) continue;
    value += part.value;
    n += part.of;
  }
  return { value, n };
}

function weighed<Weight>(cases: readonly WeighedCase[], weigh: (one: WeighedCase) => Weight | undefined): Weight[] {
  const weights: Weight[] = [];
  for (const one of cases) {
    const weight = weigh(one);
    if (weight !== undefined) weights.push(weight);
  }
  return weights;
}

/** A share in per cent with one decimal; undefined for what is no share, and of nothing. */
export const percentOf = ({ value, n }: FigureValue, unit: Figure['unit'] | undefined): number | undefined =>
  unit === 'share' && n > 0 && typeof value === 'number' ? Math.round((value / n) * 1000) / 10 : undefined;

/** The least value that so many per cent do not exceed: always one that somebody waited, and the same whoever computes it. */
const nearestRank = (sorted: readonly number[], percent: number): number | null =>
  sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
