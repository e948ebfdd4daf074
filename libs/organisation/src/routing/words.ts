import { rootOf } from './word-root.js';

/** A word of a text, and what is needed to compare it. */
export interface Word {
  /** As it stood in the text. */
  readonly text: string;
  readonly lower: string;
  readonly root: string;
}

/** The words of a text, sentence by sentence. A hyphen or an apostrophe inside belongs to the word; so does a colon before an ending. */
export const sentencesOf = (text: string): Word[][] =>
  text
    .normalize('NFC')
    .split(sentenceEnd)
    .map((sentence) => (sentence.match(word) ?? []).map(wordOf))
    .filter((words) => words.length > 0);

const sentenceEnd = /[.!?;]+(?=\s|$)|\n+/u;
const word = /[\p{L}\p{N}]+(?:[-–:'’.][\p{L}\p{N}]+)*/gu;

function wordOf(text: string): Word {
  const lower = text.toLowerCase().replaceAll('–', '-');
  return { text, lower, root: rootOf(lower) };
}
