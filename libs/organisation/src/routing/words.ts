import { spelling, type Spelling } from './spelling.js';
import { rootOf } from './word-root.js';

/** A word of a text, and what is needed to compare it. */
export interface Word {
  /** As it stood in the text. */
  readonly text: string;
  readonly lower: string;
  readonly root: string;
  /** The word without the hyphens inside it, which may only have been put there to break it: `person-uppgifter`. */
  readonly joined: { readonly lower: string; readonly root: string } | undefined;
  /** Which clause of the text it stands in, counted from the first. */
  readonly clause: number;
  /** Whether it is written as a name: `Färjeleden` is a street, and says nothing of ferries. */
  readonly isName: boolean;
}

/**
 * The words of a composed text, sentence by sentence, to be compared in one spelling. A hyphen or an apostrophe inside belongs to the word; so does a
 * colon before an ending. Words that join begin a new clause.
 */
export function sentencesOf(text: string, spelt: Spelling, joining: ReadonlySet<string>): Word[][] {
  let clause = 0;
  return paragraphsOf(text, joining)
    .flatMap((paragraph) => paragraph.split(sentenceEnd))
    .map((sentence) =>
      sentence
        .split(clauseEnd)
        .flatMap(wordsOf)
        .map((word, index) => ({ ...word, isName: index > 0 && word.isName })),
    )
    .filter((words) => words.length > 0);

  function wordsOf(part: string): Word[] {
    clause += 1;
    return (part.match(word) ?? []).map((found) => {
      const lower = spelling[spelt](found.toLowerCase().replaceAll('–', '-'));
      if (joining.has(lower)) clause += 1;
      return { text: found, lower, root: rootOf(lower), joined: joinedOf(lower), clause, isName: capitalised.test(found) };
    });
  }
}

function joinedOf(lower: string): Word['joined'] {
  if (!lower.includes('-')) return undefined;
  const whole = lower.replaceAll('-', '');
  return { lower: whole, root: rootOf(whole) };
}

/** Whether a text is one word as words are compared: in small letters, and without a sign that would part it. */
export const isWord = (text: string): boolean => text === text.toLowerCase() && text.match(word)?.[0] === text;

/**
 * Lines, put together again where a sentence was only broken to fit: programs for mail do so, and what is said across two lines is said. A line
 * stays a clause of its own, since many write one matter on each; but a word that was broken goes on.
 */
function paragraphsOf(text: string, joining: ReadonlySet<string>): string[] {
  const paragraphs: string[] = [];
  let last = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const before = goesOn.test(line) ? paragraphs.pop() : undefined;
    const isBroken = brokenWord.test(last.slice(-2)) && !joining.has(firstOf(line)); // `in- och utgång` is none
    paragraphs.push(before === undefined ? line : `${before}${isBroken ? '' : '\n'}${line}`);
    last = line;
  }
  return paragraphs;
}

const brokenWord = /^\p{L}[-–]$/u;

const firstOf = (line: string): string => (/^\p{L}{1,20}/u.exec(line)?.[0] ?? '').toLowerCase();

/** A small letter, or a word in capitals alone; a new sentence or a point of a list begins otherwise. */
const goesOn = /^(?:\p{Ll}|\p{Lu}(?!\p{Ll}))/u;

/** Looked for where a row of such signs begins, or a long row without a space after it would be tried from each of its signs. */
const sentenceEnd = /(?<![.!?;])[.!?;]+(?=\s|$)/u;
const clauseEnd = /[,:](?=\s)|\n/u;
const word = /[\p{L}\p{N}]+(?:[-–:'’.][\p{L}\p{N}]+)*/gu;

const capitalised = /^\p{Lu}\p{Ll}/u;
