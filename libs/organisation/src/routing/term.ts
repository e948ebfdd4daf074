import type { Term } from '../facts/routing-rules.js';
import { isWord, type Word } from './words.js';
import { rootOf } from './word-root.js';

/** A term of the rules in a form that can be compared with words. */
export type CompiledTerm =
  | { readonly kind: 'word'; readonly element: Element }
  | { readonly kind: 'phrase'; readonly elements: readonly Element[] }
  | { readonly kind: 'together'; readonly phrases: readonly (readonly Element[])[] };

export type Element = { readonly root: string } | { readonly prefix: string } | { readonly number: true } | { readonly name: true };

/** `term` is in small letters and in the spelling that it will be compared in. */
export function compileTerm(term: Term): CompiledTerm {
  if (!term.includes(' ')) return { kind: 'word', element: elementOf(term) };
  if (!term.includes(' + ')) return { kind: 'phrase', elements: elementsOf(term) };
  return { kind: 'together', phrases: term.split(' + ').map(elementsOf) };
}

/** Whether some text can hold a term. A number or a name alone says nothing, nor does a beginning of fewer than three letters. */
export function canBeFound(term: Term): boolean {
  const elements = term.split(' + ').flatMap((words) => words.toLowerCase().split(' '));
  if (!elements.every(isElement)) return false;
  return elements.length > 1 || !(term === '#' || term === '@' || /^..?\*$/.test(term));
}

const isElement = (text: string): boolean => text === '#' || text === '@' || isWord(text.replace(/(?<=.)\*$/, 'a'));

/** Whether a word is what an element asks for; `head` is the root of the last part of a compound, so that `morgonbuss` is a `buss`. */
export function fits(element: Element, word: Word, head: string | undefined): boolean {
  const { joined } = word;
  if ('root' in element) return [word.root, head, joined?.root].includes(element.root);
  if ('prefix' in element) return word.lower.startsWith(element.prefix) || (joined?.lower.startsWith(element.prefix) ?? false);
  return 'name' in element ? word.isName : longNumber.test(word.lower);
}

/** What words are looked up by that may fit an element. Every word that fits has this key; not every word that has the key fits. */
export function keyOf(element: Element): string {
  if ('root' in element) return element.root;
  if ('prefix' in element) return element.prefix.slice(0, longestKey);
  return 'name' in element ? '@' : '#';
}

/** The keys of all elements that a word may fit, as far as anything is asked for by them. */
export function keysOf(
  { lower, root, joined, isName }: Omit<Word, 'text' | 'clause'>,
  head: string | undefined,
  asked: ReadonlySet<string>,
): string[] {
  const keys = new Set<string>();
  const add = (key: string): unknown => asked.has(key) && keys.add(key);
  add(root);
  if (head !== undefined) add(head);
  if (joined !== undefined) add(joined.root);
  for (const form of [lower, joined?.lower ?? ''])
    for (let length = 1; length <= Math.min(longestKey, form.length); length++) add(form.slice(0, length));
  if (isName) add('@');
  if (longNumber.test(lower)) add('#');
  return [...keys];
}

/** How many letters of a beginning are looked up: short, so that all beginnings that a word may have are found by a few looks. */
const longestKey = 3;

/** A number that names something, as that of a road. */
const longNumber = /^\d{3,}$/;

const elementsOf = (words: string): Element[] => words.split(' ').map(elementOf);

export function elementOf(text: string): Element {
  if (text === '#') return { number: true };
  if (text === '@') return { name: true };
  return text.endsWith('*') ? { prefix: text.slice(0, -1) } : { root: rootOf(text) };
}
