import type { RoutingRules, Tier, TieredTerms } from '../facts/routing-rules.js';
import { tiers } from '../facts/routing-rules.js';
import type { KnownWords } from './compound.js';
import { entriesOf, type Entry, type Meaning, type Told } from './entries.js';
import { Phrases } from './phrases.js';
import { compileTerm, type Element } from './term.js';
import { dotlessWords, spelling, type Spelling } from './spelling.js';
import { rootOf } from './word-root.js';

/** The vocabulary of routing rules, arranged so that the words of a text find their entries without a search. */
export interface Vocabulary {
  readonly byRoot: ReadonlyMap<string, Entry>;
  /** What topics begin so. Of two that a word begins with, the longer says more exactly what it is. */
  readonly byPrefix: ReadonlyMap<string, Entry>;
  /** What signs begin so: signals, cautions and what is ordinary. Every one that a word begins with holds. */
  readonly signsByPrefix: ReadonlyMap<string, Entry>;
  /** What a part of a compound means, by root. A long prefix term is a word as well as a beginning. */
  readonly byPart: ReadonlyMap<string, Entry>;
  /** The length of the longest prefix term. */
  readonly longestPrefix: number;
  /** Entries of several words. */
  readonly phrases: Phrases;
  readonly known: KnownWords;
  /** A head that says at least this much makes its compound what it is. */
  readonly specific: number;
  readonly places: ReadonlySet<string>;
  /** How many letters places have. */
  readonly placeLengths: readonly number[];
  readonly near: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
  readonly swedish: ReadonlySet<string>;
  /** What is ordinary although its words hold sentences together: `varför`, `borde`. By the word itself. */
  readonly ordinarySwedish: ReadonlyMap<string, Entry>;
  readonly foreign: ReadonlySet<string>;
  readonly dotless: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  /** By root. */
  readonly plain: ReadonlySet<string>;
}

/** The vocabulary of rules in one spelling, made the first time it is used. Rules never change, so remembering is no state. */
export function vocabularyOf(rules: RoutingRules, spelt: Spelling): Vocabulary {
  const known = made[spelt].get(rules) ?? makeVocabulary(rules, spelt);
  made[spelt].set(rules, known);
  return known;
}

const made: Readonly<Record<Spelling, WeakMap<RoutingRules, Vocabulary>>> = { full: new WeakMap(), plain: new WeakMap() };

function makeVocabulary(rules: RoutingRules, spelt: Spelling): Vocabulary {
  const respelt = (words: readonly string[]) => words.map(spelling[spelt]);
  const nouns = respelt(rules.places.nouns);
  const swedish = new Set(respelt(rules.language.swedish));
  const told = toldIn(rules, spelt);
  const entries = entriesOf(told.filter(({ text }) => !text.includes(' ')));
  const byRoot = new Map(entries.flatMap(([, entry]) => keyed(entry, 'root')));
  const prefixes = entries.flatMap(([, entry]) => keyed(entry, 'prefix'));
  const begun = prefixes.filter(([prefix]) => prefix.length >= shortestWord);
  const places = new Set(nouns.map((noun) => rootOf(noun)));
  const words = entries.filter(([text, { term }]) => term.kind === 'word' && !text.endsWith('*')).map(([text]) => text);
  return {
    byRoot,
    byPrefix: new Map(prefixes.flatMap((keyedEntry) => onlyMeaning(keyedEntry, isTopic))),
    signsByPrefix: new Map(prefixes.flatMap((keyedEntry) => onlyMeaning(keyedEntry, (meaning) => !isTopic(meaning)))),
    longestPrefix: Math.max(0, ...prefixes.map(([prefix]) => prefix.length)),
    byPart: joined(byRoot, new Map(begun.map(([prefix, entry]): [string, Entry] => [rootOf(prefix), entry]))),
    phrases: new Phrases(told.filter(({ text }) => text.includes(' '))),
    known: knownWords([...words, ...begun.map(([prefix]) => prefix), ...nouns]),
    specific: rules.weights.strong,
    places,
    placeLengths: [...new Set([...places].map(({ length }) => length))],
    near: new Set(respelt(rules.places.near)),
    inside: new Set(respelt(rules.places.inside)),
    swedish,
    ordinarySwedish: ordinaryAmong(swedish, rules, spelt),
    joining: new Set(respelt(rules.language.joining ?? [])),
    plain: new Set(respelt(rules.language.plain ?? []).map(rootOf)),
    dotless: dotlessWords(rules.language.swedish),
    foreign: new Set(respelt(rules.language.foreign).filter((word) => spelt === 'full' || !swedish.has(word))),
  };
}

const isTopic = ({ kind }: Meaning): boolean => kind === 'board' || kind === 'category' || kind === 'body';

function onlyMeaning([prefix, { term, meanings }]: [string, Entry], isWanted: (meaning: Meaning) => boolean): [string, Entry][] {
  const wanted = meanings.filter(isWanted);
  return wanted.length === 0 ? [] : [[prefix, { term, meanings: wanted }]];
}

/** Apart from the other terms: `borde` has the root of `bord`. */
function ordinaryAmong(swedish: ReadonlySet<string>, { ordinary }: RoutingRules, spelt: Spelling): Map<string, Entry> {
  const entries = ordinaryTerms(ordinary).map(([written, code]): [string, Entry] => {
    const text = spelling[spelt](written);
    return [text, { term: compileTerm(text), meanings: [{ kind: 'ordinary', code, weight: 1 }] }];
  });
  return new Map(entries.filter(([text]) => swedish.has(text)));
}

const ordinaryTerms = (ordinary: RoutingRules['ordinary']): [string, string][] => [
  ...(ordinary?.inPublic ?? []).map((text): [string, string] => [text, 'inPublic']),
  ...(ordinary?.anywhere ?? []).map((text): [string, string] => [text, 'anywhere']),
];

/** Both maps in one; what stands in both means what either says. */
function joined(one: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const both = new Map(one);
  for (const [key, entry] of other) both.set(key, { ...entry, meanings: [...entry.meanings, ...(one.get(key)?.meanings ?? [])] });
  return both;
}

/** A shorter prefix term is only a beginning. */
const shortestWord = 5;

/** Everything that the rules say of terms. */
function toldIn(rules: RoutingRules, spelt: Spelling): readonly Told[] {
  const told: Told[] = [];
  const tell = (meaning: Meaning, terms: readonly string[]): void => {
    for (const term of terms) told.push({ text: spelling[spelt](term.toLowerCase()), meaning });
  };
  const tellTiers = (kind: Meaning['kind'], vocabulary: Readonly<Record<string, TieredTerms>>): void => {
    for (const [code, tiered] of Object.entries(vocabulary))
      for (const tier of tiers) tell({ kind, code, weight: weightOf(rules, tier) }, tiered[tier] ?? []);
  };
  tellTiers('board', rules.boards);
  tellTiers('category', rules.categories);
  tellTiers('body', rules.externalBodies);
  for (const [code, terms] of Object.entries(rules.signals)) tell({ kind: 'signal', code, weight: 1 }, terms);
  tell({ kind: 'caution', code: '', weight: 1 }, rules.cautions);
  for (const [text, code] of ordinaryTerms(rules.ordinary)) tell({ kind: 'ordinary', code, weight: 1 }, [text]);
  return told;
}

const weightOf = (rules: RoutingRules, tier: Tier): number => rules.weights[tier];

function keyed(entry: Entry, by: 'root' | 'prefix'): [string, Entry][] {
  const element: Element | undefined = entry.term.kind === 'word' ? entry.term.element : undefined;
  if (by === 'root') return element !== undefined && 'root' in element ? [[element.root, entry]] : [];
  return element !== undefined && 'prefix' in element ? [[element.prefix, entry]] : [];
}

function knownWords(words: readonly string[]): KnownWords {
  const modifiers = new Map(words.flatMap((word) => modifierForms(word).map((form): [string, string] => [form, rootOf(word)])));
  const roots = new Set(words.map(rootOf));
  return { roots, modifiers, longest: Math.max(0, ...[...roots, ...modifiers.keys()].map(({ length }) => length)) };
}

/** The forms a word takes first in a compound: `buss`, `skol` of `skola`. The short root of a long word would be chance: `för` of `förare`. */
function modifierForms(word: string): string[] {
  const root = rootOf(word);
  return [word, ...(root.length >= 4 || word.length <= 5 ? [root] : [])].filter((form) => form.length >= 3);
}
