import type { CaseGroup } from './group-cases.js';

/** In a group of fewer, a figure tells of single people. */
export const smallGroup = 5;

/**
 * Which groups must not show their figures, because they are small and hold a case that is secret. What is hidden could be found by
 * taking what is shown from the whole: so among groups that make up a whole, the smallest others are hidden with them until the hidden
 * are not few. The same for every reader, so that a figure is one figure.
 */
export function hideSmallGroups(groups: readonly CaseGroup[]): ReadonlySet<CaseGroup> {
  const hidden = new Set(groups.filter(isTelling));
  for (const whole of wholes(groups)) {
    const bySize = [...whole].sort((one, other) => one.cases.length - other.cases.length);
    for (const next of bySize) if (isFew(bySize.filter((one) => hidden.has(one)))) hidden.add(next);
  }
  return hidden;
}

const isTelling = ({ cases }: CaseGroup): boolean => cases.length < smallGroup && cases.some(({ secret }) => secret);

/** Hidden, but not enough to be hidden behind. */
function isFew(hidden: readonly CaseGroup[]): boolean {
  const cases = hidden.reduce((sum, { cases: { length } }) => sum + length, 0);
  return cases > 0 && cases < smallGroup;
}

/** Groups of one view and period together are all its cases. */
function wholes(groups: readonly CaseGroup[]): Iterable<readonly CaseGroup[]> {
  const found = new Map<string, CaseGroup[]>();
  for (const group of groups) {
    const key = `${group.view} ${group.by.period ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), group]);
  }
  return found.values();
}
