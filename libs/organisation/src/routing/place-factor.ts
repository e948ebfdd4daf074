import type { PlaceWords } from '../facts/routing-rules.js';
import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** How far back a word of place may stand before its noun: "utanför det nya stora biblioteket". */
const reach = 4;

/** What is left of a place's weight where it only says where: "rabatten utanför biblioteket" is no library matter. */
export function placeFactor(sentence: readonly Word[], index: number, vocabulary: Vocabulary, places: PlaceWords): number {
  for (let back = index - 1; back >= Math.max(0, index - reach); back--) {
    const [one, two, three] = [1, 2, 3].map((length) => sentence.slice(Math.max(0, back - length + 1), back + 1));
    if ([one, two, three].some((words) => vocabulary.near.has(spoken(words)))) return places.nearFactor;
    if (vocabulary.inside.has(spoken(one))) return places.insideFactor;
  }
  return 1;
}

const spoken = (words: readonly Word[] | undefined): string => (words ?? []).map(({ lower }) => lower).join(' ');
