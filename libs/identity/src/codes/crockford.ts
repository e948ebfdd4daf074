/** Crockford's base 32: no I, L, O or U, so nothing is confused when it is read aloud or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const bitsPerCharacter = 5;

/** The first `count` characters of the bytes, five bits each from the left. */
export function encode(bytes: Uint8Array, count: number): number[] {
  if (bytes.length * 8 < count * bitsPerCharacter) throw new RangeError('Too few bytes');
  return Array.from({ length: count }, (_, index) => fiveBits(bytes, index * bitsPerCharacter));
}

/** The values 0-31 as characters. */
export function spell(values: readonly number[]): string {
  return values.map((value) => alphabet.charAt(value)).join('');
}

/** Forgives case, spaces, dashes, wide signs, signs that show nothing, and look-alikes (O for 0, I and L for 1); `undefined` if another character stands there. */
export function read(input: string): number[] | undefined {
  const values = Array.from(tidy(input), (character) => alphabet.indexOf(character));
  return values.includes(-1) ? undefined : values;
}

/** In groups of four, as people copy them. */
export function inGroups(characters: string, separator: string): string {
  return (characters.match(/.{1,4}/g) ?? []).join(separator);
}

function tidy(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/[\s\p{Dash_Punctuation}\u2212\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function fiveBits(bytes: Uint8Array, bit: number): number {
  const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
  return (pair >> (11 - (bit & 7))) & 31;
}
