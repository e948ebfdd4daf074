import type { TableGroup } from '#views';
import { groupBy } from '../group-by.js';

const smallGroup = 5;

/**
 * The rule that was once in force, kept to show that the attack finds what it lets through: a row of few is hidden, with it the smallest
 * others until five are hidden together, and each grouping hides for itself.
 */
export function hideByGrouping(counted: readonly TableGroup[]): readonly TableGroup[] {
  const groupings = groupBy(counted, ({ cases, view, by }) => `${cases} ${view} ${by.period}`);
  const hidden = new Set<TableGroup>();
  for (const rows of groupings.values()) {
    let together = 0;
    for (const row of [...rows].sort((one, other) => sizeOf(one) - sizeOf(other))) {
      if (sizeOf(row) >= smallGroup && (together === 0 || together >= smallGroup)) break;
      hidden.add(row);
      together += sizeOf(row);
    }
  }
  return counted.map((group) =>
    hidden.has(group) ? { ...group, figures: group.figures.map(({ figure }) => ({ figure, value: null, n: null })) } : group,
  );
}

const sizeOf = ({ figures }: TableGroup): number => figures.find(({ figure }) => figure === 'received')?.n ?? 0;
