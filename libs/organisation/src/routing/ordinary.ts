import type { Category } from '../facts/category.js';
import type { Found } from './found.js';

/**
 * Whether a text says something of the kind that people ordinarily do. "Why is it always dark here" is enough about a street; about a home
 * for the elderly it takes a word for what ordinarily is wrong there, because harm is told in words that no list has.
 */
export const isOrdinary = (found: readonly Found[], about: Category | undefined): boolean =>
  found.some(
    ({ entry, strength }) =>
      strength === 1 && entry.meanings.some(({ kind, code }) => kind === 'ordinary' && (code === 'anywhere' || about?.secrecy !== 'high')),
  );
