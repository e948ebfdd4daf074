import { weighBoards, type WeightsOf } from './evidence.js';
import type { Found } from './found.js';

/**
 * By how much another board than the first is ahead of it in a clause of the text. "The bus to school was late" is one matter; "the food at
 * school is bad, and the library closes too early" is two.
 */
export function secondMatter(first: string | undefined, found: readonly Found[], weightsOf: WeightsOf): number {
  const clauses = new Map<number | undefined, Found[]>();
  for (const term of found) {
    const clause = clauses.get(clauseOf(term));
    if (clause === undefined) clauses.set(clauseOf(term), [term]);
    else clause.push(term);
  }
  let furthest = 0;
  for (const clause of clauses.values()) furthest = Math.max(furthest, leadOver(first ?? '', weighBoards(clause, weightsOf)));
  return furthest;
}

function leadOver(first: string, sums: ReadonlyMap<string, number>): number {
  const others = [...sums].filter(([board]) => board !== first).map(([, sum]) => sum);
  return Math.max(0, ...others) - Math.max(0, sums.get(first) ?? 0);
}

const clauseOf = ({ words }: Found): number | undefined => words[0]?.clause;
