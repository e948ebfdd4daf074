import type { ConfidenceFormula } from '../facts/routing-rules.js';

/** What a suggestion rests on. Evidence is in the unit of the rules' weights. */
export interface Grounds {
  readonly evidence: number;
  /** Of the board that comes second; categories inside one board do not compete. */
  readonly runnerUp: number;
  /** Of the external body that speaks loudest. */
  readonly external: number;
  /** How many of the text's words nothing accounts for. */
  readonly unmatched: number;
}

/** How likely the suggestion is right, 0 to 1: a logistic curve whose numbers stand in the rules, fitted to messages with known answers. */
export function confidenceOf({ evidence, runnerUp, external, unmatched }: Grounds, formula: ConfidenceFormula): number {
  if (evidence <= 0) return 0;
  const share = (rival: number) => Math.min(1, Math.max(0, rival) / evidence);
  const sum =
    formula.base +
    formula.evidence * Math.log1p(evidence) +
    formula.margin * (1 - share(runnerUp)) +
    formula.external * share(external) +
    formula.unmatched * Math.log1p(unmatched);
  return 1 / (1 + Math.exp(-sum));
}
