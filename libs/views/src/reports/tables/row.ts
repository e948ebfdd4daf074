import type { Weight } from '../figure.js';
import { figures } from '../figures.js';
import { Tally } from '../tally.js';
import { divisions, divisionsOf, type Division } from './divisions.js';

/** How many cases are in each division of each figure, and how many of them each board has. */
export interface Counts {
  /** The boards whose cases can be among them. */
  readonly boards: ReadonlySet<string>;
  /** @param place of the figure @param except leaves out the cases of this board, which are known to whoever works there */
  cases(place: number, division: Division, except?: string): number;
  size(except?: string): number;
}

/** A row of a table: what some cases add up to. */
export class Row implements Counts {
  readonly tally = new Tally();
  private readonly total = new Uint32Array(figures.length * divisions);
  private readonly ofBoard = new Map<string, { size: number; readonly counts: Uint32Array }>();

  constructor(readonly boards: ReadonlySet<string>) {}

  add(board: string, weights: readonly Weight[]): void {
    this.tally.add(weights);
    const own = this.ofBoard.get(board) ?? { size: 0, counts: new Uint32Array(figures.length * divisions) };
    this.ofBoard.set(board, own);
    own.size += 1;
    figures.forEach((figure, place) => {
      for (const division of divisionsOf(figure, weights[place])) {
        if (division === undefined) continue;
        for (const counts of [own.counts, this.total]) addOne(counts, place * divisions + division);
      }
    });
  }

  cases(place: number, division: Division, except?: string): number {
    const at = place * divisions + division;
    return (this.total[at] ?? 0) - (except === undefined ? 0 : (this.ofBoard.get(except)?.counts[at] ?? 0));
  }

  size(except?: string): number {
    return this.tally.size - (except === undefined ? 0 : (this.ofBoard.get(except)?.size ?? 0));
  }
}

const addOne = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Several rows as one. */
export const together = (rows: readonly Counts[]): Counts => ({
  boards: new Set(rows.flatMap(({ boards }) => [...boards])),
  cases: (place, division, except) => rows.reduce((sum, row) => sum + row.cases(place, division, except), 0),
  size: (except) => rows.reduce((sum, row) => sum + row.size(except), 0),
});
