import type { PlaceWords } from '../facts/routing-rules.js';
import { analyse, type Analysed } from './analyse-word.js';
import { placeFactor } from './place-factor.js';
import { fits, longNumber, prefixKey, type Element } from './term.js';
import type { Entry, Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** A term found in a text, where, and how much of it stands: a word that is only part of a compound, or only a place, counts for less. */
export interface Found {
  readonly entry: Entry;
  readonly words: readonly Word[];
  /** 0 to 1. */
  readonly strength: number;
}

export const findTerms = (sentences: readonly (readonly Word[])[], vocabulary: Vocabulary, places: PlaceWords): Found[] =>
  sentences.flatMap((words) => {
    const sentence = words.map((word) => analyse(word, vocabulary));
    return [...wordsIn(sentence, vocabulary, places), ...severalIn(sentence, vocabulary)];
  });

function wordsIn(sentence: readonly Analysed[], vocabulary: Vocabulary, places: PlaceWords): Found[] {
  const words = sentence.map(({ word }) => word);
  return sentence.flatMap(({ word, parts, head }, index) => {
    const isPlace = vocabulary.places.has(head ?? word.root);
    const factor = isPlace ? placeFactor(words, index, vocabulary, places) : 1;
    return parts.map(({ entry, strength }): Found => ({ entry, words: [word], strength: strength * factor }));
  });
}

/** The inner loop of routing: written as one, because every word of a text looks at every entry that begins as it does. */
function severalIn(sentence: readonly Analysed[], { byFirst }: Vocabulary): Found[] {
  const found: Found[] = [];
  for (const [start, { word, head }] of sentence.entries()) {
    for (const key of [word.root, head, prefixKey(word.lower), longNumber.test(word.lower) ? '#' : undefined]) {
      for (const entry of (key === undefined ? undefined : byFirst.get(key)) ?? []) {
        const words = wordsOf(entry, sentence, start);
        if (words !== undefined) found.push({ entry, words, strength: 1 });
      }
    }
  }
  return found;
}

function wordsOf({ term }: Entry, sentence: readonly Analysed[], start: number): Word[] | undefined {
  const first = sentence[start];
  const wanted = term.kind === 'word' ? undefined : term.elements[0];
  if (term.kind === 'word' || wanted === undefined || first === undefined || !fits(wanted, first.word, first.head)) return undefined;
  return term.kind === 'phrase' ? phraseAt(sentence, start, term.elements) : togetherIn(sentence, term.elements);
}

/** The words of a phrase stand in order, with at most one other between two of them. */
function phraseAt(sentence: readonly Analysed[], start: number, elements: readonly Element[]): Word[] | undefined {
  const words: Word[] = [];
  let at = start;
  for (const element of elements) {
    const reach = words.length === 0 ? 1 : 2;
    const step = sentence.slice(at, at + reach).findIndex(({ word, head }) => fits(element, word, head));
    const hit = sentence[at + step];
    if (step === -1 || hit === undefined) return undefined;
    words.push(hit.word);
    at += step + 1;
  }
  return words;
}

function togetherIn(sentence: readonly Analysed[], elements: readonly Element[]): Word[] | undefined {
  const words: Word[] = [];
  for (const element of elements) {
    const hit = sentence.find(({ word, head }) => fits(element, word, head));
    if (hit === undefined) return undefined;
    words.push(hit.word);
  }
  return words;
}
