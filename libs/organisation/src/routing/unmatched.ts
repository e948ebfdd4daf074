import type { Found } from './found.js';
import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** How many words nothing accounts for: no term, no name, no number, nothing that any text may have. What they tell, the rules do not know. */
export function unmatchedCount(words: readonly Word[], found: readonly Found[], { swedish, plain }: Vocabulary): number {
  const matched = new Set(found.flatMap((term) => term.words));
  const isKnown = (word: Word) =>
    matched.has(word) || word.isName || swedish.has(word.lower) || plain.has(word.root) || startsWithDigit.test(word.lower);
  return words.filter((word) => !isKnown(word)).length;
}

const startsWithDigit = /^\d/;
