import { figures } from './figures.js';
import type { Figure, FigureValue, WeighedCase, Weight } from './figure.js';

/** What a case adds to each figure, in their order: worked out once, however many groups it belongs to. */
export const weightsOf = (one: WeighedCase): readonly Weight[] => figures.map((figure) => figure.weigh(one));

/** The figures of some cases, added up one after another, so that none of them needs to be kept. */
export class Tally {
  /** How many cases there are. */
  size = 0;
  private readonly sums = figures.map(({ unit }) =>
    unit === 'working-days' ? new Days() : unit === 'date' ? new Earliest() : new Parts(),
  );

  add(weights: readonly Weight[]): void {
    this.size += 1;
    for (let place = 0; place < weights.length; place += 1) {
      const weight = weights[place];
      if (weight !== undefined) this.sums[place]?.add(weight as never);
    }
  }

  /** Of each figure, in their order: `value` of `n`; null where there is nothing to measure. */
  values(): readonly FigureValue[] {
    return figures.map((figure, place) => ({ figure: figure.name, ...(this.sums[place] as Sum).told(figure) }));
  }
}

type Told = Pick<FigureValue, 'value' | 'n'>;

interface Sum {
  add(weight: never): void;
  told(figure: Figure): Told;
}

class Parts implements Sum {
  private value = 0;
  private n = 0;

  add({ value, of }: { readonly value: number; readonly of: number }): void {
    this.value += value;
    this.n += of;
  }

  told(): Told {
    return { value: this.value, n: this.n };
  }
}

/** How many waited how long: no more rows than there are lengths of waiting. */
class Days implements Sum {
  private readonly cases = new Map<number, number>();

  add(days: number): void {
    this.cases.set(days, (this.cases.get(days) ?? 0) + 1);
  }

  /** By nearest rank: the least value that so many per cent do not exceed. Always one that somebody waited, and the same whoever computes it. */
  told(figure: Figure): Told {
    const waited = [...this.cases].sort(([one], [other]) => one - other);
    const n = waited.reduce((sum, [, cases]) => sum + cases, 0);
    const rank = Math.ceil((n * ('percentile' in figure ? figure.percentile : 100)) / 100);
    let before = 0;
    const found = waited.find(([, cases]) => (before += cases) >= rank);
    return { value: found?.[0] ?? null, n };
  }
}

class Earliest implements Sum {
  private first: string | null = null;
  private n = 0;

  add(date: string): void {
    if (this.first === null || date < this.first) this.first = date;
    this.n += 1;
  }

  told(): Told {
    return { value: this.first, n: this.n };
  }
}
