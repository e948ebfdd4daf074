import type { Counts } from './row.js';
import { isCovered, isTelling, type Measured } from './small.js';

/** Rows whose figure is hidden; undefined where hiding all of them is not enough, so that their sum must be hidden, too. */
export type Hidden<Row extends Counts> = ReadonlySet<Row> | undefined;

export const none: ReadonlySet<never> = new Set();

/**
 * Which rows hide a figure, where the figure of all of them together is told: those that tell of few, those whose size is hidden, and the
 * smallest others until they cover each other.
 */
export function hideAmong<Row extends Counts>(rows: readonly Row[], measured: Measured, sizesHidden: ReadonlySet<Row>): Hidden<Row> {
  const hidden = new Set(rows.filter((row) => sizesHidden.has(row) || isTelling(row, measured)));
  if (hidden.size === 0) return hidden;
  const isKnown = isSizeKnown(measured, sizesHidden);
  const covered = (): boolean => isCovered([...hidden], measured, isKnown);
  for (const next of bySize(rows)) {
    if (covered()) return hidden;
    hidden.add(next);
  }
  return covered() ? hidden : undefined;
}

/** Rows all of which hide a figure as soon as one tells of few, because there are too few of them to choose. */
export const hideAllOrNone = <Row extends Counts>(rows: readonly Row[], measured: Measured, sizesHidden: ReadonlySet<Row>): Hidden<Row> => {
  const hides = rows.some((row) => sizesHidden.has(row) || isTelling(row, measured));
  if (!hides) return none;
  return isCovered(rows, measured, isSizeKnown(measured, sizesHidden)) ? new Set(rows) : undefined;
};

/** Sizes themselves are hidden behind nothing else. */
const isSizeKnown =
  <Row extends Counts>({ place }: Measured, sizesHidden: ReadonlySet<Row>) =>
  (row: Counts): boolean =>
    place > 0 && !sizesHidden.has(row as Row);

export const bySize = <Row extends Counts>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => one.size() - other.size());
