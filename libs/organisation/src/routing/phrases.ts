import { entriesOf, type Entry, type Told } from './entries.js';
import { elementOf, keyOf, type Element } from './term.js';

/** What the rules say that begins with one word. */
export interface Opening {
  /** Words that stand in order, by the key of the second. */
  readonly inOrder: ReadonlyMap<string, readonly InOrder[]>;
  /** Words anywhere in a sentence, by the key of the first of those that the sentence must hold besides. */
  readonly together: ReadonlyMap<string, readonly Together[]>;
}

export interface InOrder {
  readonly entry: Entry;
  readonly elements: readonly Element[];
}

export interface Together {
  readonly entry: Entry;
  readonly first: readonly Element[];
  readonly others: readonly (readonly Element[])[];
}

/** The terms of several words, compiled when a text holds the first of them: rules have thousands, and a text a few. */
export class Phrases {
  /** Of all words in terms of several. A word that has none of them need not be looked at. */
  readonly keys = new Set<string>();
  private readonly told = new Map<string, Told[]>();
  private readonly made = new Map<string, Opening>();

  constructor(told: readonly Told[]) {
    for (const one of told) {
      const [first = '', ...others] = one.text.split(between).map((word) => keyOf(elementOf(word)));
      for (const key of [first, ...others]) this.keys.add(key);
      gather(this.told, first, one);
    }
  }

  /** Compiles all of them, those that begin alike at a step. */
  *prepare(): Generator<void> {
    for (const first of this.told.keys()) {
      this.get(first);
      yield;
    }
  }

  /** @param first a key of the first word */
  get(first: string): Opening | undefined {
    const made = this.made.get(first);
    if (made !== undefined) return made;
    const told = this.told.get(first);
    if (told === undefined) return undefined;
    const opening = openingOf(told);
    this.made.set(first, opening);
    return opening;
  }
}

const between = / (?:\+ )?/;

function openingOf(told: readonly Told[]): Opening {
  const inOrder = new Map<string, InOrder[]>();
  const together = new Map<string, Together[]>();
  for (const [, entry] of entriesOf(told)) {
    if (entry.term.kind === 'phrase') {
      const { elements } = entry.term;
      if (elements[1] !== undefined) gather(inOrder, keyOf(elements[1]), { entry, elements });
    }
    if (entry.term.kind === 'together') {
      const [first = [], ...others] = entry.term.phrases;
      const needed = others[0]?.[0];
      if (needed !== undefined) gather(together, keyOf(needed), { entry, first, others });
    }
  }
  return { inOrder, together };
}

function gather<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
