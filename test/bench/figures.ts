/** What is judged: a ratio with the least it must be, or where small is good, the most it may be. */
export type Ratio = { readonly name: string; readonly ratio: number } & ({ readonly floor: number } | { readonly ceiling: number });

/** What is only told. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export interface Measured {
  readonly ratios: readonly Ratio[];
  readonly figures: readonly Figure[];
}

export const median = (values: readonly number[]): number => percentile(values, 50);

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** How often work ran in a second, run by so many at once for so long (in milliseconds). */
export async function perSecond(
  work: () => Promise<unknown>,
  { workers, milliseconds }: { workers: number; milliseconds: number },
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return (done * 1000) / (performance.now() - start);
}
