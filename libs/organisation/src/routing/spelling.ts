/** How words are written: as they should be, or without the dots and the ring, as on a keyboard that has none. */
export type Spelling = 'full' | 'plain';

/** What is compared in each spelling, of words in small letters. */
export const spelling: Readonly<Record<Spelling, (lower: string) => string>> = {
  full: (lower) => lower,
  plain: (lower) => lower.replace(/[åäöé]/g, (letter) => plainLetter[letter] ?? letter),
};

/** Of so many words in Swedish, one has å, ä or ö unless the writer has none. */
const enoughToTell = 4;

export const spellingOf = (text: string): Spelling =>
  /[åäöÅÄÖ]/.test(text.normalize('NFC')) || text.trim().split(/\s+/).length < enoughToTell ? 'full' : 'plain';

const plainLetter: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e' };
