import { weigh, wordsFor, type BoardOf } from './evidence.js';
import type { Found } from './find-terms.js';

/**
 * The most that is said for another board than the first, in a clause that says nothing for the first. "The bus to school was late" is one
 * matter; "the food at school is bad, and the library closes too early" is two.
 */
export function secondMatter(first: string | undefined, found: readonly Found[], boardOf: BoardOf): number {
  if (first === undefined) return 0;
  const taken = new Set(wordsFor(first, found, boardOf).map(({ clause }) => clause));
  const free = found.filter(({ words }) => !words.some(({ clause }) => taken.has(clause)));
  const clauses = [...new Set(free.map(clauseOf))];
  return Math.max(0, ...clauses.flatMap((clause) => sumsIn(free.filter((term) => clauseOf(term) === clause))));

  function sumsIn(clause: readonly Found[]): number[] {
    return [...weigh(clause, boardOf).boards].filter(([board]) => board !== first).map(([, sum]) => sum);
  }
}

const clauseOf = ({ words }: Found): number | undefined => words[0]?.clause;
