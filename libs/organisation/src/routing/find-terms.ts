import type { PlaceWords } from '../facts/routing-rules.js';
import { analyse, type Analysed } from './analyse-word.js';
import { placeFactor } from './place-factor.js';
import { fits, type Element } from './term.js';
import type { Entry } from './entries.js';
import { firstOf } from './phrases.js';
import type { Vocabulary } from './vocabulary.js';
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
    return [...wordsIn(sentence, vocabulary, places), ...severalIn(sentence)];
  });

function wordsIn(sentence: readonly Analysed[], vocabulary: Vocabulary, places: PlaceWords): Found[] {
  const words = sentence.map(({ word }) => word);
  return sentence.flatMap(({ word, parts, head }, index) => {
    const isPlace = vocabulary.places.has(head ?? word.root) || (word.isName && endsInPlace(word.root, vocabulary));
    const factor = isPlace ? placeFactor(words, index, vocabulary, places) : 1;
    return parts.map(({ entry, strength }): Found => ({ entry, words: [word], strength: strength * factor }));
  });
}

/** `Norrbackaskolan`: a school, though nothing else knows what Norrbacka is. */
function endsInPlace(root: string, { places }: Vocabulary): boolean {
  for (const place of places) if (root.endsWith(place)) return true;
  return false;
}

function severalIn(sentence: readonly Analysed[]): Found[] {
  const found: Found[] = [];
  const roots = new Set(sentence.flatMap(({ word, head }) => (head === undefined ? [word.root] : [word.root, head])));
  const look = (entry: Entry, start: number): void => {
    if (!entry.needs.every((root) => roots.has(root))) return;
    const words = wordsOf(entry, sentence, start);
    if (words !== undefined) found.push({ entry, words, strength: 1 });
  };
  for (const [start, { begins }] of sentence.entries()) {
    for (const entry of begins.anywhere) look(entry, start);
    if (begins.with.size > 0) for (const root of roots) for (const entry of begins.with.get(root) ?? nothing) look(entry, start);
  }
  return found;
}

const nothing: readonly Entry[] = [];

function wordsOf({ term }: Entry, sentence: readonly Analysed[], start: number): Word[] | undefined {
  const first = sentence[start];
  const wanted = firstOf(term);
  if (first === undefined || wanted === undefined || !fits(wanted, first.word, first.head)) return undefined;
  if (term.kind === 'phrase') return phraseAt(sentence, start, term.elements);
  return term.kind === 'together' ? togetherFrom(sentence, start, term.phrases) : undefined;
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

/** The first phrase stands here, and the others anywhere in the sentence. */
function togetherFrom(
  sentence: readonly Analysed[],
  start: number,
  [first, ...others]: readonly (readonly Element[])[],
): Word[] | undefined {
  const words = phraseAt(sentence, start, first ?? []);
  if (words === undefined) return undefined;
  for (const phrase of others) {
    const hit = anywhere(sentence, phrase);
    if (hit === undefined) return undefined;
    words.push(...hit);
  }
  return words;
}

function anywhere(sentence: readonly Analysed[], phrase: readonly Element[]): Word[] | undefined {
  for (let start = 0; start <= sentence.length - phrase.length; start++) {
    const words = phraseAt(sentence, start, phrase);
    if (words !== undefined) return words;
  }
  return undefined;
}
