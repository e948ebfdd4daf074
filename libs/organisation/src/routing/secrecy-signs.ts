import type { RoutingRules } from '../facts/routing-rules.js';
import { categoryOn, isSecrecyArea } from '../look-ups.js';
import type { Organisation } from '../organisation.js';
import type { Reading } from './reading.js';
import type { RouteQuestion, SecrecySign } from './route.js';

/**
 * What in a text makes it possible that something in it is secret: a board of secrecy among the candidates, a candidate whose likeliest matter is
 * secret as a rule, or a signal that a person must look at, wherever the text is routed. A candidate has more for it than weak words, which only
 * support: "kö" is said of berths and of health care.
 */
export function secrecySigns(
  { boards, likeliestCategory, signals }: Reading,
  { receivedDate, categoryCode }: RouteQuestion,
  { org, rules }: { readonly org: Organisation; readonly rules: RoutingRules },
): SecrecySign[] {
  const candidates = boards.filter(({ score }) => score >= rules.weights.clear).map(({ code }) => code);
  const matters = [categoryCode, ...candidates.map(likeliestCategory)].flatMap((code) => code ?? []);
  const signs: readonly (readonly [boolean, SecrecySign])[] = [
    [candidates.some((code) => isSecrecyArea(org, code, receivedDate)), 'secrecy-area'],
    [matters.some((code) => categoryOn(org, code, receivedDate)?.secrecy === 'high'), 'secret-matter'],
    [signals.some(({ stops }) => stops), 'stopping-signal'],
  ];
  return signs.filter(([holds]) => holds).map(([, sign]) => sign);
}
