import type { Vocabulary } from './vocabulary.js';
import type { Word } from './words.js';

/**
 * Whether a text is Swedish enough for Swedish words to be trusted. A few words of another language's grammar weigh more than a
 * Swedish-looking noun: "park" and "plan" are words in half of Europe. Of a text too short to tell, the language of the form is believed.
 */
export function isSwedish(words: readonly Word[], vocabulary: Vocabulary, least: number, formLanguage: string | undefined): boolean {
  const own = words.filter(({ lower, root }) => vocabulary.swedish.has(lower) || vocabulary.plain.has(root)).length;
  const foreign = words.filter(({ lower }) => vocabulary.foreign.has(lower)).length;
  const otherScript = words.filter(({ text }) => !latin.test(text)).length;
  if (otherScript * 4 > words.length || (foreign > 0 && foreign * 3 >= own)) return false;
  if (words.length < tooFewToTell) return formLanguage !== 'en' || own > 0;
  return own / words.length >= least;
}

const latin = /^[\p{Script=Latin}\p{N}\p{P}]+$/u;
const tooFewToTell = 5;
