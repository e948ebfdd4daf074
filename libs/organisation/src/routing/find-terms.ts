import { splitCompound, type Compound } from './compound.js';
import { fits } from './term.js';
import { placeFactor } from './place-factor.js';
import type { PlaceWords } from '../facts/routing-rules.js';
import type { Entry, Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** A term found in a text, where, and how much of it stands: a word that is only part of a compound, or only a place, counts for less. */
export interface Found {
  readonly entry: Entry;
  readonly words: readonly Word[];
  /** 0 to 1. */
  readonly strength: number;
}

/** A word inside a compound says less than the word itself; what the compound is says more than what kind of it. */
const strengthOf = { head: 0.9, headOfUnknown: 0.8, modifier: 0.45, modifierOfUnknown: 0.8 };

export function findTerms(sentences: readonly (readonly Word[])[], vocabulary: Vocabulary, places: PlaceWords): Found[] {
  return sentences.flatMap((words) => {
    const sentence = words.map((word): Analysed => ({ word, ...analyse(word, vocabulary) }));
    return [...wordsIn(sentence, vocabulary, places), ...phrasesIn(sentence, vocabulary), ...togetherIn(sentence, vocabulary)];
  });
}

interface Analysed {
  readonly word: Word;
  readonly whole: readonly Entry[];
  readonly compound: Compound | undefined;
}

function analyse(word: Word, vocabulary: Vocabulary): Omit<Analysed, 'word'> {
  // A word that holds sentences together means nothing by itself, whatever noun it may look like: `man`, `is`, `konstigt`.
  if (vocabulary.swedish.has(word.lower)) return { whole: [], compound: undefined };
  const whole = [vocabulary.byRoot.get(word.root), longestPrefix(word.lower, vocabulary)].filter((entry) => entry !== undefined);
  const isKnown = whole.length > 0 || vocabulary.known.roots.has(word.root);
  return { whole, compound: isKnown || word.root.length < 6 ? undefined : splitCompound(word.root, vocabulary.known) };
}

function longestPrefix(lower: string, { byPrefix }: Vocabulary): Entry | undefined {
  for (let length = lower.length; length >= 3; length--) {
    const entry = byPrefix.get(lower.slice(0, length));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function wordsIn(sentence: readonly Analysed[], vocabulary: Vocabulary, places: PlaceWords): Found[] {
  const words = sentence.map(({ word }) => word);
  return sentence.flatMap(({ word, whole, compound }, index) => {
    const isPlace = vocabulary.places.has(compound?.head ?? word.root);
    const factor = isPlace ? placeFactor(words, index, vocabulary, places) : 1;
    const found = whole.map((entry): Found => ({ entry, words: [word], strength: factor }));
    if (compound === undefined) return found;
    const part = (root: string | undefined, strength: number): Found[] => {
      const entry = root === undefined ? undefined : vocabulary.byRoot.get(root);
      return entry === undefined ? [] : [{ entry, words: [word], strength: strength * factor }];
    };
    const { head, modifier } = compound;
    return [
      ...part(head, modifier === undefined ? strengthOf.headOfUnknown : strengthOf.head),
      ...part(modifier, head === undefined ? strengthOf.modifierOfUnknown : strengthOf.modifier),
    ];
  });
}

/** The words of a phrase stand in order, with at most one other between two of them. */
function phrasesIn(sentence: readonly Analysed[], { phrases }: Vocabulary): Found[] {
  return sentence.flatMap(({ word, compound }, start) =>
    startsOf(word, compound).flatMap((key) =>
      (phrases.get(key) ?? []).flatMap((entry) => {
        const words = phraseAt(sentence, start, entry);
        return words === undefined ? [] : [{ entry, words, strength: 1 }];
      }),
    ),
  );
}

/** Under which keys phrases may stand that begin with this word. */
function startsOf(word: Word, compound: Compound | undefined): string[] {
  const prefixes = Array.from({ length: Math.max(0, word.lower.length - 2) }, (_, index) => word.lower.slice(0, index + 3));
  return [...new Set([word.root, ...(compound?.head === undefined ? [] : [compound.head]), ...prefixes, '#'])];
}

function phraseAt(sentence: readonly Analysed[], start: number, { term }: Entry): Word[] | undefined {
  if (term.kind !== 'phrase') return undefined;
  const words: Word[] = [];
  let at = start;
  for (const element of term.elements) {
    const reach = words.length === 0 ? 1 : 2;
    const step = sentence.slice(at, at + reach).findIndex(({ word, compound }) => fits(element, word, compound?.head));
    const hit = sentence[at + step];
    if (step === -1 || hit === undefined) return undefined;
    words.push(hit.word);
    at += step + 1;
  }
  return words;
}

function togetherIn(sentence: readonly Analysed[], { together }: Vocabulary): Found[] {
  return together.flatMap((entry) => {
    if (entry.term.kind !== 'together') return [];
    const hits = entry.term.elements.map((element) => sentence.find(({ word, compound }) => fits(element, word, compound?.head)));
    return hits.every((hit) => hit !== undefined) ? [{ entry, words: hits.map(({ word }) => word), strength: 1 }] : [];
  });
}
