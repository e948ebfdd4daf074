import type { RoutingRules } from '#organisation';
import { Chance } from './chance.js';

/** As long as a submission may be. */
export const longestText = 20_000;

/** A text that somebody wrote to keep the server busy, and how it was made. */
export interface HostileText {
  readonly way: string;
  readonly text: string;
}

/** Makes hostile texts out of real rules: each by its number alone, and every way in turn. */
export function hostileTexts(rules: RoutingRules, seed: number): (number: number, length?: number) => HostileText {
  const words = wordsOf(rules);
  const ways = Object.entries(waysOf(words));
  return (number, wanted) => {
    const chance = new Chance(seed + number * 7919);
    const [way, make] = ways[number % ways.length] ?? neverEmpty();
    const length = wanted ?? lengthBy(chance);
    return { way, text: filled(make(chance, length), length) };
  };
}

/** Most are as long as may be: there it hurts most. */
const lengthBy = (chance: Chance): number => (chance.next() < 0.5 ? longestText : Math.ceil(chance.between(1, longestText)));

interface RuleWords {
  /** Terms of one word, as in the rules; the star of a beginning is taken off. */
  readonly single: readonly string[];
  readonly beginnings: readonly string[];
  /** The first words of terms of several, the most frequent first, with what follows them. */
  readonly openings: readonly { readonly first: string; readonly others: readonly string[] }[];
  readonly places: readonly string[];
  readonly near: readonly string[];
  readonly joining: readonly string[];
  readonly swedish: readonly string[];
}

function wordsOf(rules: RoutingRules): RuleWords {
  const tiered = [rules.boards, rules.categories, rules.externalBodies].flatMap((part) => Object.values(part));
  const ordinary = [...(rules.ordinary?.anywhere ?? []), ...(rules.ordinary?.inPublic ?? [])];
  const signs = [...Object.values(rules.signals).flat(), ...rules.cautions, ...ordinary];
  const terms = [...tiered.flatMap((tiers) => Object.values(tiers).flat()), ...signs];
  const single = terms.filter((term) => !term.includes(' '));
  const byFirst = new Map<string, string[]>();
  for (const term of terms.filter((term) => term.includes(' '))) {
    const [first = '', ...others] = term.split(' ').filter((word) => word !== '+');
    byFirst.set(first, [...(byFirst.get(first) ?? []), ...others]);
  }
  const openings = [...byFirst].map(([first, others]) => ({ first: spoken(first), others: others.map(spoken) }));
  return {
    single: single.map(spoken),
    beginnings: single.filter((term) => term.endsWith('*')).map(spoken),
    openings: openings.sort((one, other) => other.others.length - one.others.length),
    places: rules.places.nouns,
    near: [...rules.places.near, ...rules.places.inside],
    joining: rules.language.joining ?? [],
    swedish: rules.language.swedish,
  };
}

/** A word that fits what a rule asks for. */
const spoken = (asked: string): string => (asked === '#' ? '142' : asked === '@' ? 'Visby' : asked.replace('*', ''));

type Way = (chance: Chance, length: number) => string;

function waysOf(words: RuleWords): Readonly<Record<string, Way>> {
  const opening = (chance: Chance) => chance.oneOf(words.openings.slice(0, 120)) ?? neverEmpty();
  const any = (chance: Chance) => one(chance, [words.single, words.swedish, words.places, words.near]);
  return {
    'one opening again and again, then what follows it': (chance, length) => {
      const { first, others } = opening(chance);
      const end = others.join(' ').slice(0, length / 2);
      return `${repeat(`${first} `, length - end.length)}${end}`;
    },
    'what follows first, then its opening again and again': (chance, length) => {
      const { first, others } = opening(chance);
      return `${others.join(' ').slice(0, length / 2)} ${repeat(`${first} `, length)}`;
    },
    'many openings and all that follows them, in one sentence': (chance, length) =>
      gather(length, () => `${opening(chance).first} ${chance.oneOf(opening(chance).others) ?? ''}`),
    'the openings that most terms have, in turn': (_chance, length) => {
      const most = words.openings.slice(0, 60);
      return repeat(`${most.map(({ first }) => first).join(' ')} `, length);
    },
    'an opening in a clause of its own, thousands of times': (chance, length) => {
      const { first, others } = opening(chance);
      return gather(length, () => `${first}${chance.oneOf([',', ' och', ' men', ':'])} ${chance.oneOf(others) ?? ''}`);
    },
    'words of the rules without a full stop': (chance, length) => gather(length, () => any(chance)),
    'words of the rules, each a sentence': (chance, length) => gather(length, () => `${any(chance)}.`),
    'each word of the rules once': (chance, length) => shuffled(words.single, chance).join(' ').slice(0, length),
    'each opening once': (chance, length) =>
      shuffled(words.openings, chance)
        .map(({ first }) => first)
        .join(' ')
        .slice(0, length),
    'long words that nobody has written before': (chance, length) =>
      gather(length, () => gather(chance.between(8, 200), () => any(chance)).replaceAll(' ', '')),
    'beginnings with any end': (chance, length) =>
      gather(length, () => `${one(chance, [words.beginnings])}${letters(chance, chance.between(1, 12))}`),
    'short words that nobody has written before': (chance, length) => gather(length, () => letters(chance, chance.between(2, 9))),
    'a single word of letters': (chance, length) => letters(chance, length),
    'a single word of words': (chance, length) => gather(length, () => any(chance)).replaceAll(' ', ''),
    'a single word with hyphens': (chance, length) => gather(length, () => any(chance)).replaceAll(' ', '-'),
    'one letter': (chance, length) => repeat(chance.oneOf(['s', 'a', 'n', 'e', 'Å', 'ß', 'İ']) ?? 'a', length),
    'places beside places': (chance, length) => gather(length, () => `${one(chance, [words.near])} ${one(chance, [words.places])}`),
    'names that end in a place': (chance, length) =>
      gather(length, () => `${capital(letters(chance, chance.between(2, 6)))}${one(chance, [words.places])}`),
    'numbers that lie far apart': (chance, length) => {
      const step = 2 ** Math.floor(chance.between(6, 13));
      let number = 0;
      return gather(length, () => String((number += step)));
    },
    'road numbers': (chance, length) => gather(length, () => `väg ${Math.floor(chance.between(100, 9_999))}`),
    'accents on accents': (chance, length) => {
      const marks = shuffled(combining, chance).slice(0, 2 + Math.floor(chance.between(0, 6)));
      return gather(length, () => `a${gather(chance.between(1, length), () => chance.oneOf(marks) ?? '').replaceAll(' ', '')}`);
    },
    'accents in the wrong order': (_chance, length) => `${repeat('a\u0301', length / 2)}${repeat('\u0316\u0301', length / 2)}`,
    'marks that end no sentence': (chance, length) =>
      gather(length, () => `${repeat(chance.oneOf(['!', '?', '.', ';', ':', ',']) ?? '!', chance.between(1, length))}x`),
    'marks inside words': (chance, length) =>
      gather(length, () => 'a').replaceAll(' ', chance.oneOf(['-', '.', ':', "'", '–', '--']) ?? '-'),
    'empty lines': (_chance, length) => repeat('\n', length - 1) + 'x',
    spaces: (chance, length) => `x${repeat(chance.oneOf([' ', '\u00a0', '\t', '\u2003', '\r\n']) ?? ' ', length - 2)}x`,
    'other scripts': (chance, length) =>
      gather(length, () => gather(5, () => String.fromCodePoint(Math.floor(chance.between(0x370, 0x1fff))))),
    pictures: (chance, length) => gather(length, () => String.fromCodePoint(Math.floor(chance.between(0x1f300, 0x1f6ff)))),
    'without dots': (chance, length) =>
      `ar pa ${gather(length, () => any(chance).replace(/[åäö]/g, (letter) => (letter === 'ö' ? 'o' : 'a')))}`,
    'words of all ways of writing': (chance, length) =>
      gather(length, () => {
        const word = any(chance);
        return chance.oneOf([word.toUpperCase(), capital(word), `${word}s`, `${word}ernas`, `${word}et`, `o${word}`]) ?? word;
      }),
  };
}

const combining = Array.from({ length: 0x70 }, (_, index) => String.fromCodePoint(0x300 + index));

/** Cut to a length, without half a sign at its end. */
const filled = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, 'x');

const repeat = (part: string, length: number): string => part.repeat(Math.max(0, Math.floor(length / part.length)));

function gather(length: number, next: () => string): string {
  const parts: string[] = [];
  for (let sum = 0; sum < length; sum += (parts.at(-1)?.length ?? 0) + 1) parts.push(next());
  return parts.join(' ');
}

const letters = (chance: Chance, count: number): string => Array.from({ length: Math.ceil(count) }, () => chance.oneOf(alphabet)).join('');

const alphabet = 'aeiounrstldkgmåäö'.split('');

const one = (chance: Chance, lists: readonly (readonly string[])[]): string => chance.oneOf(chance.oneOf(lists) ?? []) ?? 'x';

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const shuffled = <T>(items: readonly T[], chance: Chance): T[] =>
  items
    .map((item) => ({ item, place: chance.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

function neverEmpty(): never {
  throw new Error('there is always one');
}
