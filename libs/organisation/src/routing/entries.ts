import { compileTerm, type CompiledTerm, type Element } from './term.js';

/** Whom a term speaks for. */
export interface Meaning {
  readonly kind: 'board' | 'category' | 'body' | 'signal' | 'caution' | 'ordinary';
  /** Empty for a caution: it says no more than that. For what is ordinary, where: `anywhere` or `inPublic`. */
  readonly code: string;
  /** In the unit of the rules' weights; below 0 it speaks against. */
  readonly weight: number;
}

export interface Entry {
  readonly term: CompiledTerm;
  readonly meanings: readonly Meaning[];
}

/** That the rules say of a term, in one spelling, what it means. */
export interface Told {
  readonly text: string;
  readonly meaning: Meaning;
}

/** Every term once, as it was first written, with all that it means. Two spellings of one root are one term: they would otherwise hide each other. */
export function entriesOf(told: readonly Told[]): readonly (readonly [text: string, entry: Entry])[] {
  const entries = new Map<string, { readonly text: string; readonly term: CompiledTerm; readonly meanings: Meaning[] }>();
  for (const { text, meaning } of told) {
    const term = compileTerm(text);
    const key = identityOf(term);
    const entry = entries.get(key) ?? { text, term, meanings: [] };
    entries.set(key, entry);
    const same = entry.meanings.findIndex(({ kind, code }) => kind === meaning.kind && code === meaning.code);
    if (same === -1) entry.meanings.push(meaning);
    else if ((entry.meanings[same]?.weight ?? 0) < meaning.weight) entry.meanings[same] = meaning;
  }
  return [...entries.values()].map(({ text, term, meanings }) => [text, { term, meanings }]);
}

const identityOf = (term: CompiledTerm): string => {
  if (term.kind === 'word') return elementKey(term.element);
  if (term.kind === 'phrase') return term.elements.map(elementKey).join(' ');
  return term.phrases.map((elements) => elements.map(elementKey).join(' ')).join(' + ');
};

function elementKey(element: Element): string {
  if ('root' in element) return element.root;
  if ('prefix' in element) return `${element.prefix}*`;
  return 'name' in element ? '@' : '#';
}
