import type { Division } from './divisions.js';
import type { Counts } from './row.js';

/** What fewer cases add up to tells of single people. None is as few as one: who is told of none is told of some wherever nothing is told. */
export const smallGroup = 5;

/** A figure as it is hidden or told: its place among the figures, and into what it divides the cases. */
export interface Measured {
  readonly place: number;
  readonly divisions: readonly Division[];
}

/**
 * Whether a figure of a row tells of few. Whoever works at a board knows its cases, so that what the others add has to be enough, too; a
 * row of one board has no others.
 */
export function isTelling(row: Counts, { place, divisions }: Measured): boolean {
  return divisions.some((division) => insiders(row).some((except) => row.cases(place, division, except) < smallGroup));
}

/**
 * Whether rows whose sum can be known can be hidden behind each other, from everybody and from each board, which knows its own: each
 * division holds enough, so that any row may have none of them or all, and so do the other rows, where the size of a row is known.
 */
export function isCovered(rows: readonly Counts[], { place, divisions }: Measured, isSizeKnown: (row: Counts) => boolean): boolean {
  return [undefined, ...new Set(rows.flatMap(({ boards }) => [...boards]))].every((except) => {
    const others = rows.filter(({ boards }) => except === undefined || boards.size > 1 || !boards.has(except));
    if (others.length === 0) return true;
    const sum = (of: (row: Counts) => number): number => others.reduce((total, row) => total + of(row), 0);
    const all = sum((row) => row.size(except));
    return (
      others.length > 1 &&
      divisions.every((division) => sum((row) => row.cases(place, division, except)) >= smallGroup) &&
      others.every((row) => !isSizeKnown(row) || all - row.size(except) >= smallGroup)
    );
  });
}

const insiders = ({ boards }: Counts): readonly (string | undefined)[] => (boards.size > 1 ? [undefined, ...boards] : [undefined]);
