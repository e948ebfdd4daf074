/** More accents than any writing puts on one letter; a hundred of them cover the lines above and below. */
const mostMarks = 8;

/**
 * As a text is stored: composed characters, one kind of newline, no space around it, and nothing in it that people can neither see nor
 * remove, as the form feeds of what was copied from a document.
 * @param lines whether it may have several lines; in one line whatever else breaks lines is a space
 */
export const tidy = (text: string, lines = true): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f\u0085\u2028\u2029]/g, lines ? '\n' : ' ')
    .replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(longRuns, '$1') // before they are sorted, which takes as long as the square of their number
    .normalize('NFC')
    .trim();

const longRuns = new RegExp(String.raw`(\p{M}{${mostMarks}})\p{M}+`, 'gu');

/** Whether there is anything to see: signs that show nothing by themselves, and accents on nothing, are no text. */
export const showsSomething = (text: string): boolean => visible.test(text);

/** The last three of those that are left out have a width, or a name as a symbol, and still show nothing. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufffc])[\p{L}\p{N}\p{P}\p{S}]/u;

/** In characters as people count them (code points). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
