import type { RoutingRules, Tier, TieredTerms } from '../facts/routing-rules.js';
import { tiers } from '../facts/routing-rules.js';
import type { KnownWords } from './compound.js';
import { compileTerm, prefixKey, type CompiledTerm, type Element } from './term.js';
import { rootOf } from './word-root.js';

/** Whom a term speaks for. */
export interface Meaning {
  readonly kind: 'board' | 'category' | 'body' | 'signal' | 'caution';
  /** Empty for a caution: it says no more than that. */
  readonly code: string;
  /** In the unit of the rules' weights; below 0 it speaks against. */
  readonly weight: number;
}

export interface Entry {
  readonly term: CompiledTerm;
  readonly meanings: readonly Meaning[];
}

/** The vocabulary of routing rules, arranged so that the words of a text find their entries without a search. */
export interface Vocabulary {
  readonly byRoot: ReadonlyMap<string, Entry>;
  readonly byPrefix: ReadonlyMap<string, Entry>;
  /** What a part of a compound means, by root. A long prefix term is a word as well as a beginning. */
  readonly byPart: ReadonlyMap<string, Entry>;
  /** The length of the longest prefix term. */
  readonly longestPrefix: number;
  /** Entries of several words, by what the first of them looks for: a root, how a prefix begins, or `#`. */
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
  readonly known: KnownWords;
  /** A head that says at least this much makes its compound what it is. */
  readonly specific: number;
  readonly places: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
  readonly swedish: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
}

/** The vocabulary of rules, made the first time they are used. Rules never change, so remembering is no state. */
export function vocabularyOf(rules: RoutingRules): Vocabulary {
  const known = made.get(rules) ?? makeVocabulary(rules);
  made.set(rules, known);
  return known;
}

const made = new WeakMap<RoutingRules, Vocabulary>();

function makeVocabulary(rules: RoutingRules): Vocabulary {
  const entries = entriesOf(rules);
  const byRoot = new Map(entries.flatMap(([, entry]) => keyed(entry, 'root')));
  const byPrefix = new Map(entries.flatMap(([, entry]) => keyed(entry, 'prefix')));
  const begun = [...byPrefix].filter(([prefix]) => prefix.length >= shortestWord);
  const places = new Set(rules.places.nouns.map((noun) => rootOf(noun)));
  const words = entries.filter(([text, { term }]) => term.kind === 'word' && !text.endsWith('*')).map(([text]) => text);
  return {
    byRoot,
    byPrefix,
    longestPrefix: Math.max(0, ...[...byPrefix.keys()].map((prefix) => prefix.length)),
    byPart: joined(byRoot, new Map(begun.map(([prefix, entry]): [string, Entry] => [rootOf(prefix), entry]))),
    byFirst: byFirstElement(entries.map(([, entry]) => entry)),
    known: knownWords([...words, ...begun.map(([prefix]) => prefix), ...rules.places.nouns]),
    specific: rules.weights.strong,
    places,
    near: new Set(rules.places.near),
    inside: new Set(rules.places.inside),
    swedish: new Set(rules.language.swedish),
    foreign: new Set(rules.language.foreign),
  };
}

/** Both maps in one; what stands in both means what either says. */
function joined(one: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const both = new Map(one);
  for (const [key, entry] of other) both.set(key, { ...entry, meanings: [...entry.meanings, ...(one.get(key)?.meanings ?? [])] });
  return both;
}

/** A shorter prefix term is only a beginning. */
const shortestWord = 5;

/** Every term once, with all that it means. Two spellings of one root are one term: they would otherwise hide each other. */
function entriesOf(rules: RoutingRules): [string, Entry][] {
  const entries = new Map<string, { text: string; term: CompiledTerm; meanings: Meaning[] }>();
  const add = (text: string, meaning: Meaning) => {
    const term = compileTerm(text);
    const key = JSON.stringify(term);
    const entry = entries.get(key) ?? { text, term, meanings: [] };
    entries.set(key, entry);
    const same = entry.meanings.findIndex(({ kind, code }) => kind === meaning.kind && code === meaning.code);
    if (same === -1) entry.meanings.push(meaning);
    else if ((entry.meanings[same]?.weight ?? 0) < meaning.weight) entry.meanings[same] = meaning;
  };
  const addAll = (kind: Meaning['kind'], vocabulary: Readonly<Record<string, TieredTerms>>) => {
    for (const [code, tiered] of Object.entries(vocabulary))
      for (const tier of tiers) for (const text of tiered[tier] ?? []) add(text, { kind, code, weight: weightOf(rules, tier) });
  };
  addAll('board', rules.boards);
  addAll('category', rules.categories);
  addAll('body', rules.externalBodies);
  for (const [code, terms] of Object.entries(rules.signals)) for (const text of terms) add(text, { kind: 'signal', code, weight: 1 });
  for (const text of rules.cautions) add(text, { kind: 'caution', code: '', weight: 1 });
  return [...entries.values()].map(({ text, term, meanings }) => [text, { term, meanings }]);
}

const weightOf = (rules: RoutingRules, tier: Tier): number => rules.weights[tier];

function keyed(entry: Entry, by: 'root' | 'prefix'): [string, Entry][] {
  const element: Element | undefined = entry.term.kind === 'word' ? entry.term.element : undefined;
  if (by === 'root') return element !== undefined && 'root' in element ? [[element.root, entry]] : [];
  return element !== undefined && 'prefix' in element ? [[element.prefix, entry]] : [];
}

function byFirstElement(entries: readonly Entry[]): Map<string, Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = firstOf(entry.term);
    if (first === undefined) continue;
    const key = keyOf(first);
    byFirst.set(key, [...(byFirst.get(key) ?? []), entry]);
  }
  return byFirst;
}

/** What the first word of a term of several words must be. */
export function firstOf(term: CompiledTerm): Element | undefined {
  if (term.kind === 'word') return undefined;
  return term.kind === 'phrase' ? term.elements[0] : term.phrases[0]?.[0];
}

const keyOf = (element: Element): string => ('root' in element ? element.root : 'prefix' in element ? prefixKey(element.prefix) : '#');

function knownWords(words: readonly string[]): KnownWords {
  const modifiers = new Map(words.flatMap((word) => modifierForms(word).map((form): [string, string] => [form, rootOf(word)])));
  return { roots: new Set(words.map(rootOf)), modifiers };
}

/** The forms a word takes first in a compound: `buss`, `skol` of `skola`. The short root of a long word would be chance: `för` of `förare`. */
function modifierForms(word: string): string[] {
  const root = rootOf(word);
  return [word, ...(root.length >= 4 || word.length <= 5 ? [root] : [])].filter((form) => form.length >= 3);
}
