import { analyse, type Analysed } from './analyse-word.js';
import { fits, keyOf, type Element } from './term.js';
import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** A sentence whose words are found without a search. */
export class Sentence {
  readonly words: readonly Analysed[];
  /** Where words stand that have a key. */
  private readonly places = new Map<string, number[]>();

  constructor(words: readonly Word[], vocabulary: Vocabulary) {
    this.words = words.map((word) => analyse(word, vocabulary));
    for (const [place, { keys }] of this.words.entries()) {
      for (const key of keys) {
        const places = this.places.get(key);
        if (places === undefined) this.places.set(key, [place]);
        else places.push(place);
      }
    }
  }

  /** What stands in a map under the keys of this sentence: by whichever are fewer. */
  *among<Value>(byKey: ReadonlyMap<string, readonly Value[]>): Iterable<Value> {
    if (byKey.size < this.places.size) {
      for (const [key, values] of byKey) if (this.places.has(key)) yield* values;
    } else {
      for (const key of this.places.keys()) yield* byKey.get(key) ?? [];
    }
  }

  /** The words of a phrase that begins at a place; they stand in order, with at most one other between two of them. */
  phraseAt(start: number, elements: readonly Element[]): Word[] | undefined {
    const found: Word[] = [];
    let at = start;
    for (const element of elements) {
      if (found.length > 0 && !this.fitsAt(at, element)) at += 1;
      if (!this.fitsAt(at, element)) return undefined;
      found.push((this.words[at] as Analysed).word);
      at += 1;
    }
    return found;
  }

  /** The words of a phrase, wherever it stands first. */
  phraseAnywhere(elements: readonly Element[]): Word[] | undefined {
    const [first] = elements;
    if (first === undefined) return undefined;
    for (const place of this.places.get(keyOf(first)) ?? []) {
      const words = this.phraseAt(place, elements);
      if (words !== undefined) return words;
    }
    return undefined;
  }

  private fitsAt(place: number, element: Element): boolean {
    const there = this.words[place];
    return there !== undefined && fits(element, there.word, there.head);
  }
}
