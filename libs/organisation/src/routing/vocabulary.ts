import type { RoutingRules, Tier, TieredTerms } from '../facts/routing-rules.js';
import { tiers } from '../facts/routing-rules.js';
import type { KnownWords } from './compound.js';
import { compileTerm, type CompiledTerm, type Element } from './term.js';
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
  /** Entries of several words, by the root, prefix or `#` that they begin with. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  readonly together: readonly Entry[];
  readonly known: KnownWords;
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
  const words = entries.filter(([, { term }]) => term.kind === 'word');
  const places = new Set(rules.places.nouns.map((noun) => rootOf(noun)));
  return {
    byRoot: new Map(words.flatMap(([, entry]) => keyed(entry, 'root'))),
    byPrefix: new Map(words.flatMap(([, entry]) => keyed(entry, 'prefix'))),
    phrases: phrasesByStart(entries.map(([, entry]) => entry)),
    together: entries.map(([, entry]) => entry).filter(({ term }) => term.kind === 'together'),
    known: knownWords([...words.map(([text]) => text), ...rules.places.nouns], places),
    places,
    near: new Set(rules.places.near),
    inside: new Set(rules.places.inside),
    swedish: new Set(rules.language.swedish),
    foreign: new Set(rules.language.foreign),
  };
}

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

function phrasesByStart(entries: readonly Entry[]): Map<string, Entry[]> {
  const phrases = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.term.kind === 'phrase' ? entry.term.elements[0] : undefined;
    if (first === undefined) continue;
    const start = 'root' in first ? first.root : 'prefix' in first ? first.prefix : '#';
    phrases.set(start, [...(phrases.get(start) ?? []), entry]);
  }
  return phrases;
}

function knownWords(terms: readonly string[], places: ReadonlySet<string>): KnownWords {
  const single = terms.filter((term) => !term.includes('*')).map((term) => term.toLowerCase());
  const modifiers = single
    .filter((word) => word.length >= 3)
    .flatMap((word): [string, string][] => [
      [word, rootOf(word)],
      [rootOf(word), rootOf(word)],
    ]);
  return { roots: new Set([...single.map(rootOf), ...places]), modifiers: new Map(modifiers.filter(([form]) => form.length >= 3)) };
}
