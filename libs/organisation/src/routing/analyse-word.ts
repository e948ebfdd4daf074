import { splitCompound, type Compound } from './compound.js';
import type { Entry } from './entries.js';
import type { Vocabulary } from './vocabulary.js';
import { RecentWords } from './recent-words.js';
import { keysOf } from './term.js';
import type { Word } from './words.js';

/** What the vocabulary says of one word. */
export interface Analysed {
  readonly word: Word;
  readonly parts: readonly Part[];
  /** The root of what a compound is. */
  readonly head: string | undefined;
  /** What terms of several words find it by. */
  readonly keys: readonly string[];
}

/** An entry that a word, or part of it, names, and how much of it stands: 1 is the word itself. */
interface Part {
  readonly entry: Entry;
  readonly strength: number;
}

/** A word inside a compound says less than the word itself; what the compound is says more than what kind of it. */
const strengthOf = { head: 0.9, headOfUnknown: 0.8, modifier: 0.25, modifierOfUnknown: 0.8 };

/** A shorter word is no compound. */
const shortestCompound = 6;

export function analyse(word: Word, vocabulary: Vocabulary): Analysed {
  const known = analysed.get(vocabulary) ?? new RecentWords<Meant>(400);
  analysed.set(vocabulary, known);
  const key = word.isName ? `${word.lower}, a name` : word.lower;
  let meant = known.get(key);
  if (!meant) known.set(key, (meant = meaningOf(word, vocabulary)));
  return { word, ...meant };
}

/** What words meant when they were last met. */
const analysed = new WeakMap<Vocabulary, RecentWords<Meant>>();

type Meant = Omit<Analysed, 'word'>;

function meaningOf(word: Word, vocabulary: Vocabulary): Meant {
  const alone = aloneOf(word, vocabulary);
  return { ...alone, keys: keysOf(word, alone.head, vocabulary.phrases.keys) };
}

function aloneOf(word: Word, vocabulary: Vocabulary): Omit<Meant, 'keys'> {
  // A word that holds sentences together means nothing by itself, whatever noun it may look like: `man`, `is`, `konstigt`.
  if (vocabulary.swedish.has(word.lower)) {
    const ordinary = vocabulary.ordinarySwedish.get(word.lower);
    return { parts: ordinary === undefined ? [] : [part(ordinary, 1)], head: undefined };
  }
  const exact = vocabulary.byRoot.get(word.root);
  const begun = longestPrefix(word.lower, vocabulary);
  const signs = signsOf(word, vocabulary);
  const whole = [exact, begun?.entry, ...signs].filter((entry) => entry !== undefined).map((entry) => part(entry, 1));
  if (exact !== undefined || word.root.length < shortestCompound || vocabulary.known.roots.has(word.root))
    return { parts: whole, head: word.isName ? compoundOf(word, vocabulary).head : undefined };
  const compound = compoundOf(word, vocabulary);
  const inside = begun === undefined ? partsOf(compound, vocabulary) : specificHead(word, compound, begun, vocabulary);
  const parts = inside === undefined ? whole : [...inside, ...signs.map((entry) => part(entry, 1))];
  return { parts, head: compound.head };
}

/** What kind of street or house it once was says nothing where a compound has become a name. */
function compoundOf(word: Word, { known }: Vocabulary): Compound {
  const { head, modifier } = splitCompound(word.root, known) ?? { head: undefined, modifier: undefined };
  return { head, modifier: word.isName ? undefined : modifier };
}

interface Begun {
  readonly entry: Entry;
  readonly length: number;
}

/**
 * A word that begins as `sjukhus*` does is a matter of the hospital, unless its head says something as definite of its own, as in
 * `sjukhusparkering`. What begins as the name of an external body stays with the body: `montessoriskola`.
 */
function specificHead(word: Word, compound: Compound, begun: Begun, { byPart, specific }: Vocabulary): Part[] | undefined {
  if (compound.head === undefined || begun.length + compound.head.length > word.root.length) return undefined;
  const head = byPart.get(compound.head);
  const headIsSpecific = head?.meanings.some(({ weight }) => weight >= specific) ?? false;
  const beginsWithBody = begun.entry.meanings.some(({ kind }) => kind === 'body');
  return head === undefined || !headIsSpecific || beginsWithBody
    ? undefined
    : [part(head, strengthOf.head), part(begun.entry, strengthOf.modifier)];
}

function partsOf({ head, modifier }: Compound, { byPart }: Vocabulary): Part[] {
  const entries: [Entry | undefined, number][] = [
    [entryOf(head), modifier === undefined ? strengthOf.headOfUnknown : strengthOf.head],
    [entryOf(modifier), head === undefined ? strengthOf.modifierOfUnknown : strengthOf.modifier],
  ];
  return entries.flatMap(([entry, strength]) => (entry === undefined ? [] : [part(entry, strength)]));

  function entryOf(root: string | undefined): Entry | undefined {
    return root === undefined ? undefined : byPart.get(root);
  }
}

function longestPrefix(lower: string, { byPrefix, longestPrefix }: Vocabulary): Begun | undefined {
  for (let length = Math.min(lower.length, longestPrefix); length >= 3; length--) {
    const entry = byPrefix.get(lower.slice(0, length));
    if (entry !== undefined) return { entry, length };
  }
  return undefined;
}

function signsOf({ lower, joined }: Word, vocabulary: Vocabulary): Entry[] {
  const signs = signsBeginning(lower, vocabulary);
  return joined === undefined ? signs : [...new Set([...signs, ...signsBeginning(joined.lower, vocabulary)])];
}

function signsBeginning(lower: string, { signsByPrefix, longestPrefix }: Vocabulary): Entry[] {
  const signs: Entry[] = [];
  for (let length = Math.min(lower.length, longestPrefix); length >= 2; length--) {
    const entry = signsByPrefix.get(lower.slice(0, length));
    if (entry !== undefined) signs.push(entry);
  }
  return signs;
}

const part = (entry: Entry, strength: number): Part => ({ entry, strength });
