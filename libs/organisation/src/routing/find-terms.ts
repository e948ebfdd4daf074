import type { PlaceWords } from '../facts/routing-rules.js';
import { findPhrases } from './find-phrases.js';
import type { Found } from './found.js';
import { placeFactor } from './place-factor.js';
import { Sentence } from './sentence.js';
import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** Takes as long as the text is: each word is looked at with those beside it, and what may stand anywhere is found by its key. */
export const findTerms = (sentences: readonly (readonly Word[])[], vocabulary: Vocabulary, places: PlaceWords): Found[] =>
  sentences.flatMap((words) => {
    const sentence = new Sentence(words, vocabulary);
    return [...wordsIn(sentence, vocabulary, places), ...findPhrases(sentence, vocabulary)];
  });

function wordsIn(sentence: Sentence, vocabulary: Vocabulary, places: PlaceWords): Found[] {
  const words = sentence.words.map(({ word }) => word);
  return sentence.words.flatMap(({ word, parts, head }, index) => {
    if (parts.length === 0) return [];
    const isPlace = vocabulary.places.has(head ?? word.root) || (word.isName && endsInPlace(word.root, vocabulary));
    const factor = isPlace ? placeFactor(words, index, vocabulary, places) : 1;
    return parts.map(({ entry, strength }): Found => ({ entry, words: [word], strength: strength * factor }));
  });
}

/** `Norrbackaskolan`: a school, though nothing else knows what Norrbacka is. */
const endsInPlace = (root: string, { places, placeLengths }: Vocabulary): boolean =>
  placeLengths.some((length) => length <= root.length && places.has(root.slice(root.length - length)));
