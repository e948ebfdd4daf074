/**
 * Loads the evaluation issuer, its people and their tokens, which production must not even have in memory.
 * @throws Error with `NODE_ENV=production`
 */
export async function loadEvaluation(environment: string | undefined) {
  if (environment === 'production') throw new Error('Evaluation is not available with NODE_ENV=production');
  return import('./evaluation/evaluation.js');
}
