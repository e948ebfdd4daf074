import type { Category } from '../facts/category.js';
import type { RoutingRules } from '../facts/routing-rules.js';
import { categoryOn, frontBoardOn } from '../look-ups.js';
import type { Organisation } from '../organisation.js';
import { readText, type Reading } from './reading.js';
import type { Reason, RouteQuestion, RouteSuggestion, RuleId } from './route.js';
import { secrecySigns } from './secrecy-signs.js';
import { vocabularyOf } from './vocabulary.js';

/**
 * Suggests who is responsible for a submission, or that a person should look at it (triage). A suggestion: people correct it by a transfer.
 * Pure, and about a millisecond for a text of a thousand characters once the rules have been used.
 * @throws Error if the organisation has no routing rules or no front board: it can receive nothing then
 */
export function suggestRoute(question: RouteQuestion, org: Organisation): RouteSuggestion {
  const rules = org.routingRules;
  if (rules === undefined) throw new Error('The organisation has no routing rules.');
  const reading = readText(question, org, rules);
  const chosen = question.categoryCode === undefined ? undefined : categoryOn(org, question.categoryCode, question.receivedDate);
  const verdict = chosen === undefined ? fromWords(reading, rules) : fromChoice(chosen, reading, rules);
  const seen = {
    ruleVersion: rules.version,
    ruleIds: verdict.ruleIds,
    signals: reading.signals,
    externalBodies: suggestedBodies(reading, rules),
    secrecySigns: secrecySigns(reading, question, { org, rules }),
    reasons: [verdict.reason],
  };
  const category = chosen === undefined ? {} : { categoryCode: chosen.code };
  if (verdict.boardCode === undefined) {
    const boardCode = frontBoardOn(org, question.receivedDate).code;
    return { decision: 'triage', boardCode, ...category, ...seen, ...standing(reading, undefined) };
  }
  const likeliest = chosen?.code ?? reading.likeliestCategory(verdict.boardCode);
  const categoryCode = likeliest === undefined ? {} : { categoryCode: likeliest };
  return { decision: 'route', boardCode: verdict.boardCode, ...categoryCode, ...seen, ...standing(reading, verdict.boardCode, chosen) };
}

/**
 * Makes, a small part at each step, what the first suggestions would otherwise wait some tenths of a second for. Between two steps others can
 * have their turn.
 */
export function* prepareRouting({ routingRules }: Organisation): Generator<void> {
  if (routingRules === undefined) return;
  for (const spelt of ['full', 'plain'] as const) {
    const { phrases } = vocabularyOf(routingRules, spelt);
    yield;
    yield* phrases.prepare();
  }
}

/** Where a submission goes and why; without a board, to triage. */
interface Verdict {
  readonly boardCode?: string;
  readonly reason: Reason;
  readonly ruleIds: readonly RuleId[];
}

/** The submitter knows best what it is about, but not that it is an appeal, nor that a road is the state's. */
function fromChoice(chosen: Category, reading: Reading, rules: RoutingRules): Verdict {
  if (stops(reading)) return stopped;
  const own = reading.boards.find(({ code }) => code === chosen.boardCode)?.score ?? 0;
  if (reading.isSwedish && isExternal(reading, rules, own)) return elsewhere;
  if (chosen.manualTriage) return fromWords(reading, rules);
  return { boardCode: chosen.boardCode, reason: 'category-chosen', ruleIds: ['chosen-category'] };
}

function fromWords(reading: Reading, rules: RoutingRules): Verdict {
  const { thresholds } = rules;
  const best = reading.boards[0] ?? { code: '', score: 0 };
  const doubts: readonly (readonly [boolean, Reason, RuleId])[] = [
    [stops(reading), 'stopping-signal', 'signals'],
    [!reading.isSwedish, 'foreign-language', 'language'],
    [isExternal(reading, rules, Math.min(best.score, muchFor(rules)) * thresholds.externalShare), 'external-body', 'external-bodies'],
    [reading.callsForCaution, 'caution', 'cautions'],
    [best.score <= 0, 'no-words-known', 'words'],
    [best.score < thresholds.evidence || reading.likeliestCategory(best.code) === undefined, 'too-little-evidence', 'words'],
    [!reading.isOrdinary, 'not-ordinary', 'ordinary'],
    [reading.secondMatter >= (thresholds.secondMatter ?? Infinity), 'two-matters', 'words'],
    [reading.confidence < thresholds.confidence, 'not-confident', 'words'],
  ];
  const doubt = doubts.find(([holds]) => holds);
  if (doubt === undefined) return { boardCode: best.code, reason: 'words-agree', ruleIds: ['words'] };
  const [, reason, ruleId] = doubt;
  return { reason, ruleIds: [ruleId] };
}

const stopped: Verdict = { reason: 'stopping-signal', ruleIds: ['signals'] };
const elsewhere: Verdict = { reason: 'external-body', ruleIds: ['external-bodies'] };

const stops = (reading: Reading): boolean => reading.signals.some((signal) => signal.stops);

/** However much more is said for a board, a body that is plainly named is not drowned. */
const muchFor = ({ weights }: RoutingRules): number => 2 * weights.decisive;

/** Whether an external body speaks up, and at least as loud as a board does. */
const isExternal = ({ externalBodies: [body] }: Reading, { thresholds }: RoutingRules, board: number): boolean =>
  body !== undefined && body.score >= thresholds.externalEvidence && body.score >= board;

const suggestedBodies = (reading: Reading, { thresholds }: RoutingRules): string[] =>
  reading.externalBodies.filter(({ score }) => score >= thresholds.externalEvidence).map(({ code }) => code);

/** What the person who looks at it wants to know besides: how sure, from which words, and which other board comes next. */
function standing(
  reading: Reading,
  routedTo: string | undefined,
  chosen?: Category,
): Pick<RouteSuggestion, 'confidence' | 'matched' | 'runnerUp'> {
  const next = reading.boards.find(({ code }) => code !== routedTo);
  const best = routedTo ?? reading.boards[0]?.code;
  const matched = best === undefined ? [] : reading.matched(best);
  const confidence = chosen === undefined ? reading.confidence : 1;
  if (next === undefined) return { confidence, matched };
  const category = reading.likeliestCategory(next.code);
  return {
    confidence,
    matched,
    runnerUp: { boardCode: next.code, ...(category === undefined ? {} : { categoryCode: category }), score: next.score },
  };
}
