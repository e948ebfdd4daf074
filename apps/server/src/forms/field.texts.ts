import { inBothLanguages } from '../pages/in-both-languages.js';
import type { TooLong } from './check.js';

const swedish = new Intl.NumberFormat('sv-SE');
const english = new Intl.NumberFormat('en-GB');

/** What can be wrong with any text. */
export const tooLongTexts = inBothLanguages({
  sv: ({ length, max }: TooLong) =>
    `Texten är för lång: ${swedish.format(length)} tecken. Korta den till högst ${swedish.format(max)} tecken`,
  en: ({ length, max }: TooLong) =>
    `The text is too long: ${english.format(length)} characters. Shorten it to at most ${english.format(max)} characters`,
});
