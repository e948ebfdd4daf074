import { entriesOf, type Entry, type Told } from './entries.js';
import { elementOf, prefixKey, type CompiledTerm, type Element } from './term.js';

/** The terms of several words, compiled when a text holds the first of them: rules have thousands, and a text a few. */
export class Phrases {
  private readonly told = new Map<string, Told[]>();
  private readonly made = new Map<string, readonly Entry[]>();

  constructor(told: readonly Told[]) {
    for (const one of told) {
      const first = keyOf(elementOf(one.text.slice(0, one.text.indexOf(' '))));
      const others = this.told.get(first);
      if (others === undefined) this.told.set(first, [one]);
      else others.push(one);
    }
  }

  /** @param first what the first word looks for: a root, how a prefix begins, `#` or `@` */
  get(first: string): readonly Entry[] {
    const told = this.told.get(first);
    if (told === undefined) return [];
    const entries = this.made.get(first) ?? entriesOf(told).map(([, entry]) => entry);
    this.made.set(first, entries);
    return entries;
  }
}

/** What the first word of a term of several words must be. */
export function firstOf(term: CompiledTerm): Element | undefined {
  if (term.kind === 'word') return undefined;
  return term.kind === 'phrase' ? term.elements[0] : term.phrases[0]?.[0];
}

function keyOf(element: Element): string {
  if ('root' in element) return element.root;
  if ('prefix' in element) return prefixKey(element.prefix);
  return 'name' in element ? '@' : '#';
}
