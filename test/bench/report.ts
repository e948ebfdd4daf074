import type { Figure, Ratio } from './figures.js';

/** The figures as a table for people. */
export function report(ratios: readonly Ratio[], figures: readonly Figure[]): string {
  const rows = ratios.map((ratio) => {
    const [limit, met] =
      'floor' in ratio
        ? [`at least ${ratio.floor}`, ratio.ratio >= ratio.floor]
        : [`at most ${ratio.ceiling}`, ratio.ratio <= ratio.ceiling];
    return `${met ? ' ' : '!'} ${ratio.name.padEnd(64)} ${ratio.ratio.toFixed(2).padStart(8)}   ${limit}`;
  });
  const told = figures.map(({ name, value, unit }) => `  ${name.padEnd(64)} ${String(value).padStart(8)}   ${unit}`);
  return [...rows, '', ...told, ''].join('\n');
}
