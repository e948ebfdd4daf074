/** What exists only during evaluation. Reached by `loadEvaluation` alone, so that production never loads it. */
export { evaluationGrants, type EvaluationPersonStream } from './evaluation-grants.js';
export { type EvaluationIssuer, type EvaluationSettings, startEvaluationIssuer } from './evaluation-issuer.js';
export { type EvaluationPerson, findPerson, InvalidPeople, readEvaluationPeople } from './evaluation-people.js';
export { issueToken, type TokenRequest } from './issue-token.js';
