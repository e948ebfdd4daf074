import { canBeFound } from '../routing/term.js';
import { isWord } from '../routing/words.js';
import { dictionaryOf, listOf, number, record, text, textThat, withDefault } from './shape.js';

/** What can never be found in a text would be a rule that looks as if it held, and says nothing: it is refused where it is written. */
const terms = listOf(
  textThat(canBeFound, 'words or beginnings (skol*) with single spaces between them, and + between those that may stand apart'),
);
const words = listOf(textThat(isWord, 'one word in small letters'));
const upToThreeWords = listOf(
  textThat((value) => value.split(' ').length <= 3 && value.split(' ').every(isWord), 'one to three words in small letters'),
);
const share = number(0, 1);
const tieredTerms = record({
  decisive: withDefault(terms, []),
  strong: withDefault(terms, []),
  clear: withDefault(terms, []),
  weak: withDefault(terms, []),
  against: withDefault(terms, []),
});

export const routingRules = record({
  version: text(),
  thresholds: record({
    confidence: share,
    evidence: number(0),
    externalShare: share,
    externalEvidence: number(0),
    swedishShare: share,
    secondMatter: number(0),
  }),
  weights: record({ decisive: number(), strong: number(), clear: number(), weak: number(), against: number() }),
  confidence: record({ base: number(), evidence: number(), margin: number(), external: number(), unmatched: number() }),
  language: record({ swedish: words, foreign: words, joining: words, plain: words }),
  places: record({ nouns: words, near: upToThreeWords, inside: words, nearFactor: share, insideFactor: share }),
  boards: dictionaryOf(tieredTerms),
  categories: dictionaryOf(tieredTerms),
  externalBodies: dictionaryOf(tieredTerms),
  signals: dictionaryOf(terms),
  cautions: terms,
  ordinary: record({ anywhere: terms, inPublic: terms }),
});
