import type { RoutingRules } from '../facts/routing-rules.js';
import { boardOn, categoryOn, externalBodyOn, signalOn } from '../look-ups.js';
import type { Organisation } from '../organisation.js';
import { successorOn } from '../succession.js';
import { composed } from './composed.js';
import { confidenceOf } from './confidence.js';
import { weigh, weightsOfEntries, wordsFor, type Evidence } from './evidence.js';
import { findTerms } from './find-terms.js';
import type { Found } from './found.js';
import { isSwedish } from './language.js';
import { isOrdinary } from './ordinary.js';
import { secondMatter } from './second-matter.js';
import type { RouteQuestion } from './route.js';
import { spellingOf } from './spelling.js';
import { unmatchedCount } from './unmatched.js';
import type { Meaning } from './entries.js';
import { vocabularyOf } from './vocabulary.js';
import { sentencesOf } from './words.js';

/** What a text says, before anything is decided. */
export interface Reading {
  readonly isSwedish: boolean;
  readonly signals: readonly { readonly code: string; readonly stops: boolean }[];
  /** Whether something graver than a submission may be meant, though no signal says what. */
  readonly callsForCaution: boolean;
  /** Whether the text says something of the kind that people ordinarily do about the likeliest matter of the first board. */
  readonly isOrdinary: boolean;
  /** By how much another board is ahead of the first in a clause of its own: a second matter, if much. */
  readonly secondMatter: number;
  /** Boards that the text speaks for, best first. */
  readonly boards: readonly Scored[];
  readonly externalBodies: readonly Scored[];
  /** How likely the first board is right, 0 to 1. */
  readonly confidence: number;
  readonly likeliestCategory: (boardCode: string) => string | undefined;
  /** Words that speak for a board, as they stood in the text: each once, and ten at most. */
  matched(boardCode: string): string[];
}

export interface Scored {
  readonly code: string;
  /** In the unit of the rules' weights. */
  readonly score: number;
}

/** Reads a text with the rules and the organisation of the day of receipt: what does not exist on that day is not found. */
export function readText(question: RouteQuestion, org: Organisation, rules: RoutingRules): Reading {
  const { language, receivedDate } = question;
  const { words, found, vocabulary } = termsIn(question.text, rules);
  const foundBeside = (question.beside ?? []).flatMap((said) => termsIn(said, rules).found);
  const boardOf = ({ kind, code }: Pick<Meaning, 'kind' | 'code'>) => {
    if (kind === 'category') return categoryOn(org, code, receivedDate)?.boardCode;
    return kind === 'board' ? (successorOn(org, code, receivedDate)?.code ?? code) : undefined;
  };
  const weightsOf = weightsOfEntries(boardOf);
  const evidence = weigh(found, weightsOf);
  const boards = ranked(evidence.boards, (code) => boardOn(org, code, receivedDate) !== undefined);
  const externalBodies = ranked(evidence.bodies, (code) => externalBodyOn(org, code, receivedDate) !== undefined);
  const likeliestCategory = (boardCode: string) =>
    ranked(evidence.categories, (code) => boardOf({ kind: 'category', code }) === boardCode)[0]?.code;
  const [best, next] = boards;
  const likeliest = categoryOn(org, likeliestCategory(best?.code ?? '') ?? '', receivedDate);
  return {
    isSwedish: isSwedish(words, vocabulary, rules.thresholds.swedishShare, language),
    signals: signalsIn([...found, ...foundBeside], org, receivedDate),
    callsForCaution: found.some((term) => term.strength === 1 && means(term, 'caution')),
    isOrdinary: rules.ordinary === undefined || isOrdinary(found, likeliest),
    secondMatter: secondMatter(best?.code, found, weightsOf),
    boards,
    externalBodies,
    confidence: confidenceOf(
      {
        evidence: scoreOf(best),
        runnerUp: scoreOf(next),
        external: scoreOf(externalBodies[0]),
        unmatched: unmatchedCount(words, found, vocabulary),
      },
      rules.confidence,
    ),
    likeliestCategory,
    matched: (boardCode) => wordsFor(boardCode, found, boardOf),
  };
}

/** What the rules know of a text, in the spelling that it is written in. */
function termsIn(said: string, rules: RoutingRules) {
  const text = composed(said.replace(quoting, '').replace(brokenUnseen, '').replace(hidden, '').replace(otherHyphens, '-'));
  const spelt = spellingOf(text, vocabularyOf(rules, 'full').dotless);
  const vocabulary = vocabularyOf(rules, spelt);
  const sentences = sentencesOf(text, spelt, vocabulary.joining);
  return { words: sentences.flat(), found: findTerms(sentences, vocabulary, rules.places), vocabulary };
}

/** Before a line that a program for mail has quoted: what is said across two such lines is said. */
const quoting = /^(?:[^\S\n]?>)+/gm;

/** A line that ends where a soft hyphen allows it to. */
const brokenUnseen = /\u00ad[^\S\n]*\n[^\S\n]*/g;

/** The last stands for a soft hyphen where that has become a sign of its own. */
const otherHyphens = /[\u2010\u2011\u00ac]/g;

/** Signs that show nothing part no word for a reader. */
const hidden = /\p{Default_Ignorable_Code_Point}/gu;

const scoreOf = (scored: Scored | undefined): number => scored?.score ?? 0;

const means = ({ entry }: Found, wanted: Meaning['kind']): boolean => entry.meanings.some(({ kind }) => kind === wanted);

const ranked = (scores: Evidence['boards'], exists: (code: string) => boolean): Scored[] =>
  [...scores]
    .filter(([code, score]) => score > 0 && exists(code))
    .map(([code, score]) => ({ code, score }))
    .sort((one, other) => other.score - one.score || one.code.localeCompare(other.code));

/** A sign counts where its whole word or phrase stands; a part of a compound does not raise it. */
function signalsIn(found: readonly Found[], org: Organisation, date: string): Reading['signals'] {
  const whole = new Set(found.filter(({ strength }) => strength === 1).map(({ entry }) => entry));
  const meant = [...whole].flatMap(({ meanings }) => meanings);
  const codes = new Set(meant.filter(({ kind }) => kind === 'signal').map(({ code }) => code));
  return [...org.signals.keys()]
    .filter((code) => codes.has(code))
    .flatMap((code) => signalOn(org, code, date) ?? [])
    .map(({ code, stops }) => ({ code, stops }));
}
