import { spelling, type Spelling } from './spelling.js';
import { rootOf } from './word-root.js';

/** A word of a text, and what is needed to compare it. */
export interface Word {
  /** As it stood in the text. */
  readonly text: string;
  readonly lower: string;
  readonly root: string;
  /** Whether it is written as a name: `Färjeleden` is a street, and says nothing of ferries. */
  readonly isName: boolean;
}

/** The words of a text, sentence by sentence, to be compared in one spelling. A hyphen or an apostrophe inside belongs to the word; so does a colon before an ending. */
export const sentencesOf = (text: string, spelt: Spelling): Word[][] =>
  text
    .normalize('NFC')
    .split(sentenceEnd)
    .map((sentence) => (sentence.match(word) ?? []).map((found, index) => wordOf(found, spelt, index === 0)))
    .filter((words) => words.length > 0);

const sentenceEnd = /[.!?;]+(?=\s|$)|\n+/u;
const word = /[\p{L}\p{N}]+(?:[-–:'’.][\p{L}\p{N}]+)*/gu;

function wordOf(text: string, spelt: Spelling, isFirst: boolean): Word {
  const lower = spelling[spelt](text.toLowerCase().replaceAll('–', '-'));
  return { text, lower, root: rootOf(lower), isName: !isFirst && capitalised.test(text) };
}

const capitalised = /^\p{Lu}\p{Ll}/u;
