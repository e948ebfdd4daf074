import type { Entry } from './entries.js';
import type { Found } from './found.js';
import type { InOrder, Opening, Together } from './phrases.js';
import type { Sentence } from './sentence.js';
import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/** The terms of several words that a sentence holds. */
export function findPhrases(sentence: Sentence, { phrases }: Vocabulary): Found[] {
  const found: Found[] = [];
  const held = new Map<Opening, readonly Held[]>();
  for (const [start, { keys }] of sentence.words.entries()) {
    for (const key of keys) {
      const opening = phrases.get(key);
      if (opening === undefined) continue;
      findInOrder(found, { start, opening, sentence });
      let together = held.get(opening);
      if (together === undefined) held.set(opening, (together = heldBy(sentence, opening)));
      findTogether(found, { start, held: together, sentence });
    }
  }
  return found;
}

interface Beginning {
  readonly start: number;
  readonly opening: Opening;
  readonly sentence: Sentence;
}

/** The second word stands next to the first, or after one other. */
function findInOrder(found: Found[], { start, opening: { inOrder }, sentence }: Beginning): void {
  if (inOrder.size === 0) return;
  const tried: InOrder[] = [];
  for (let next = start + 1; next <= start + 2; next++) {
    for (const key of sentence.words[next]?.keys ?? []) {
      for (const phrase of inOrder.get(key) ?? []) {
        if (tried.includes(phrase)) continue;
        tried.push(phrase);
        const words = sentence.phraseAt(start, phrase.elements);
        if (words !== undefined) found.push({ entry: phrase.entry, words, strength: 1 });
      }
    }
  }
}

/** A term whose other words the sentence holds. Where they stand is the same wherever the first does. */
interface Held {
  readonly entry: Entry;
  readonly first: Together['first'];
  readonly others: readonly Word[];
  times: number;
}

function heldBy(sentence: Sentence, { together }: Opening): readonly Held[] {
  if (together.size === 0) return nothing;
  const held: Held[] = [];
  for (const { entry, first, others } of sentence.among(together)) {
    const words = others.map((phrase) => sentence.phraseAnywhere(phrase));
    if (words.every((some) => some !== undefined)) held.push({ entry, first, others: words.flat(), times: 0 });
  }
  return held;
}

const nothing: readonly Held[] = [];

/** What has stood in a sentence this often is left alone: nobody writes so, but to keep us busy. */
const oftenEnough = 20;

function findTogether(found: Found[], { start, held, sentence }: { start: number; held: readonly Held[]; sentence: Sentence }): void {
  for (const one of held) {
    if (one.times === oftenEnough) continue;
    const words = sentence.phraseAt(start, one.first);
    if (words === undefined) continue;
    one.times += 1;
    found.push({ entry: one.entry, words: [...words, ...one.others], strength: 1 });
  }
}
