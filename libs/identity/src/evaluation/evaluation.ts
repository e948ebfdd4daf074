import type { EvaluationIssuer, EvaluationSettings } from './evaluation-issuer.js';

/** What exists only during evaluation. Reached by `loadEvaluation` alone, so that production never loads it. */
export { evaluationGrants, type EvaluationPersonStream } from './evaluation-grants.js';
export type { EvaluationIssuer, EvaluationSettings } from './evaluation-issuer.js';
export { type EvaluationPerson, findPerson, readEvaluationPeople } from './evaluation-people.js';
export { issueToken, type TokenRequest } from './issue-token.js';

/** Starts the issuer; whoever only wants the people or a token does not load the provider behind it. */
export async function startEvaluationIssuer(settings: EvaluationSettings): Promise<EvaluationIssuer> {
  const issuer = await import('./evaluation-issuer.js');
  return issuer.startEvaluationIssuer(settings);
}
