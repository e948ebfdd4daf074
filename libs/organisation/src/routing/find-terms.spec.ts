import { regionGotland } from '#test/region-gotland';
import type { RoutingRules } from '../facts/routing-rules.js';
import type { Meaning } from './entries.js';
import { findTerms } from './find-terms.js';
import { compileTerm } from './term.js';
import { vocabularyOf } from './vocabulary.js';
import { sentencesOf } from './words.js';

it('every term of the rules is found in the sentence that it describes', () => {
  const { routingRules: rules } = regionGotland();
  if (rules === undefined) throw new Error('the organisation has no routing rules');
  const vocabulary = vocabularyOf(rules, 'full');
  const isFound = ({ kind, code, term }: TermOf, text: string): boolean => {
    const compiled = JSON.stringify(compileTerm(term.toLowerCase()));
    const found = findTerms(sentencesOf(text, 'full', vocabulary.joining), vocabulary, rules.places);
    return found.some(
      ({ entry }) =>
        JSON.stringify(entry.term) === compiled && entry.meanings.some((meaning) => meaning.kind === kind && meaning.code === code),
    );
  };
  const neverFound = termsOf(rules).filter((told) => !examplesOf(told.term).some((text) => isFound(told, text)));
  expect(neverFound).toEqual([]);
});

interface TermOf {
  readonly kind: Meaning['kind'];
  readonly code: string;
  readonly term: string;
}

function termsOf({ boards, categories, externalBodies, signals, cautions }: RoutingRules): readonly TermOf[] {
  const tiered = Object.entries({ board: boards, category: categories, body: externalBodies }).flatMap(([kind, part]) =>
    Object.entries(part).flatMap(([code, tiers]) => Object.values(tiers).flatMap((terms) => of(kind as Meaning['kind'], code, terms))),
  );
  return [...tiered, ...Object.entries(signals).flatMap(([code, terms]) => of('signal', code, terms)), ...of('caution', '', cautions)];
}

const of = (kind: Meaning['kind'], code: string, terms: readonly string[]): TermOf[] => terms.map((term) => ({ kind, code, term }));

/** A beginning stands for itself, or for a longer word where its own letters are a word that means something else. */
const examplesOf = (term: string): string[] => ['', 'xq'].map((end) => `så ${spoken(term, end)}`);

const spoken = (term: string, end: string): string =>
  term.replaceAll(' + ', ' ').replaceAll('*', end).replace(/#/g, '142').replace(/@/g, 'Visby');
