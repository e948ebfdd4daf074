import { wordsFor, type BoardOf } from './evidence.js';
import type { Found } from './find-terms.js';

/**
 * The most that one term says for another board than the first, in a clause that says nothing for the first. "The bus to school was late" is
 * one matter; "the food at school is bad, and the library closes too early" is two.
 */
export function secondMatter(first: string | undefined, found: readonly Found[], boardOf: BoardOf): number {
  if (first === undefined) return 0;
  const taken = new Set(wordsFor(first, found, boardOf).map(({ clause }) => clause));
  let most = 0;
  for (const { entry, words, strength } of found) {
    if (words.some(({ clause }) => taken.has(clause))) continue;
    for (const { kind, code, weight } of entry.meanings) {
      const board = kind === 'board' ? code : kind === 'category' ? boardOf(code) : undefined;
      if (board !== undefined && board !== first) most = Math.max(most, weight * strength);
    }
  }
  return most;
}
