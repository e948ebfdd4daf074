/** How words are written: as they should be, or without the dots and the ring, as on a keyboard that has none. */
export type Spelling = 'full' | 'plain';

/** What is compared in each spelling, of words in small letters. */
export const spelling: Readonly<Record<Spelling, (lower: string) => string>> = {
  full: (lower) => lower,
  plain: (lower) => lower.replace(/[åäöé]/g, (letter) => plainLetter[letter] ?? letter),
};

/** Words that are Swedish only if they miss their dots: `ar`, `pa`, but not `har`, which is a word of its own. */
export function dotlessWords(swedish: readonly string[]): Set<string> {
  const own = new Set(swedish);
  return new Set(swedish.map(spelling.plain).filter((word) => !own.has(word)));
}

/** A composed text without a single dot is plain if one of its words misses them: others may simply need none. */
export function spellingOf(text: string, dotless: ReadonlySet<string>): Spelling {
  const lower = text.toLowerCase();
  const isPlain = !/[åäö]/.test(lower) && lower.split(/[^\p{L}]+/u).some((word) => dotless.has(word));
  return isPlain ? 'plain' : 'full';
}

const plainLetter: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e' };
