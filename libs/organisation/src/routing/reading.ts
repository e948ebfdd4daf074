import type { RoutingRules } from '../facts/routing-rules.js';
import { boardOn, categoryOn, externalBodyOn, signalOn } from '../look-ups.js';
import type { Organisation } from '../organisation.js';
import { confidenceOf } from './confidence.js';
import { weigh, wordsFor, type Evidence } from './evidence.js';
import { findTerms, type Found } from './find-terms.js';
import { isSwedish } from './language.js';
import type { RouteQuestion } from './route.js';
import { vocabularyOf, type Vocabulary } from './vocabulary.js';
import { sentencesOf, type Word } from './words.js';

/** What a text says, before anything is decided. */
export interface Reading {
  readonly isSwedish: boolean;
  readonly signals: readonly { readonly code: string; readonly stops: boolean }[];
  /** Whether something graver than a submission may be meant, though no signal says what. */
  readonly callsForCaution: boolean;
  /** Boards that the text speaks for, best first. */
  readonly boards: readonly Scored[];
  readonly externalBodies: readonly Scored[];
  /** How likely the first board is right, 0 to 1. */
  readonly confidence: number;
  likeliestCategory(boardCode: string): string | undefined;
  /** The words that speak for a board, as they stood in the text. */
  matched(boardCode: string): string[];
}

export interface Scored {
  readonly code: string;
  /** In the unit of the rules' weights. */
  readonly score: number;
}

/** Reads a text with the rules and the organisation of the day of receipt: what does not exist on that day is not found. */
export function readText({ text, language, receivedDate }: RouteQuestion, org: Organisation, rules: RoutingRules): Reading {
  const vocabulary = vocabularyOf(rules);
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  const found = findTerms(sentences, vocabulary, rules.places);
  const boardOf = (categoryCode: string) => categoryOn(org, categoryCode, receivedDate)?.boardCode;
  const evidence = weigh(found, boardOf);
  const boards = ranked(evidence.boards, (code) => boardOn(org, code, receivedDate) !== undefined);
  const externalBodies = ranked(evidence.bodies, (code) => externalBodyOn(org, code, receivedDate) !== undefined);
  return {
    isSwedish: isSwedish(words, vocabulary, rules.thresholds.swedishShare, language),
    signals: signalsIn(found, org, receivedDate),
    callsForCaution: found.some(({ entry, strength }) => strength === 1 && entry.meanings.some(({ kind }) => kind === 'caution')),
    boards,
    externalBodies,
    confidence: confidenceOf(
      {
        evidence: boards[0]?.score ?? 0,
        runnerUp: boards[1]?.score ?? 0,
        external: externalBodies[0]?.score ?? 0,
        unmatched: unmatchedShare(words, found, vocabulary),
      },
      rules.confidence,
    ),
    likeliestCategory: (boardCode) => ranked(evidence.categories, (code) => boardOf(code) === boardCode)[0]?.code,
    matched: (boardCode) => wordsFor(boardCode, found, boardOf).map((word) => word.text),
  };
}

const ranked = (scores: Evidence['boards'], exists: (code: string) => boolean): Scored[] =>
  [...scores]
    .filter(([code, score]) => score > 0 && exists(code))
    .map(([code, score]) => ({ code, score }))
    .sort((one, other) => other.score - one.score || one.code.localeCompare(other.code));

/** A sign counts where its whole word or phrase stands; a part of a compound does not raise it. */
function signalsIn(found: readonly Found[], org: Organisation, date: string): Reading['signals'] {
  const meant = found.filter(({ strength }) => strength === 1).flatMap(({ entry }) => entry.meanings);
  const codes = new Set(meant.filter(({ kind }) => kind === 'signal').map(({ code }) => code));
  return [...org.signals.keys()]
    .filter((code) => codes.has(code))
    .flatMap((code) => signalOn(org, code, date) ?? [])
    .map(({ code, stops }) => ({ code, stops }));
}

/** Words that hold sentences together say nothing about the matter and are left out of the count. */
function unmatchedShare(words: readonly Word[], found: readonly Found[], { swedish }: Vocabulary): number {
  const content = words.filter(({ lower }) => !swedish.has(lower));
  const matched = new Set(found.flatMap((term) => term.words));
  return content.length === 0 ? 1 : content.filter((word) => !matched.has(word)).length / content.length;
}
