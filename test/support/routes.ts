/** With what is asked there and is valid: the body, or the query of what is only read. */
type Route = readonly [method: 'GET' | 'POST', path: string, asked: object];

const date = '2031-05-05';
const reason = 'Därför.';

/** Everything that can be read from or done to a case, each with a body that is valid. */
export const caseRoutes: readonly Route[] = [
  ['GET', '/cases/:caseId', {}],
  ['GET', '/cases/:caseId/history', {}],
  ['GET', '/cases/:caseId/promises', {}],
  ['POST', '/cases/:caseId/acknowledgements', { by: 'phone', on: '2026-01-01' }],
  ['POST', '/cases/:caseId/classifications', { category: 'GATA.SNOROJNING' }],
  ['POST', '/cases/:caseId/transfers', { board: 'TN', reason }],
  ['POST', '/cases/:caseId/transfer-answers', { accepted: true }],
  ['POST', '/cases/:caseId/transfer-recalls', { reason }],
  ['POST', '/cases/:caseId/assignments', { officer: '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13' }],
  ['POST', '/cases/:caseId/clarifications', { questions: 'Var?', replyBy: date }],
  ['POST', '/cases/:caseId/clarification-replies', { text: 'Där.', channel: 'phone' }],
  ['POST', '/cases/:caseId/answers', { text: 'Så.', by: 'email' }],
  ['POST', '/cases/:caseId/delay-notices', { reason, due: date }],
  ['POST', '/cases/:caseId/actions', { description: 'Något.', due: date }],
  ['POST', '/cases/:caseId/referrals', { body: 'TRV', forwarded: false }],
  ['POST', '/cases/:caseId/closures', { outcome: 'withdrawn' }],
  ['POST', '/cases/:caseId/reopenings', { reason }],
  ['POST', '/cases/:caseId/ratings', { satisfied: true, channel: 'phone' }],
  ['POST', '/cases/:caseId/reviews', { reason }],
  ['POST', '/cases/:caseId/review-answers', { text: 'Så.', by: 'email' }],
  ['POST', '/cases/:caseId/notes', { text: 'Så här.' }],
  ['POST', '/cases/:caseId/secrecy-marks', { provision: '26 kap. 1 § OSL' }],
  ['POST', '/cases/:caseId/secrecy-liftings', { reason }],
  ['POST', '/cases/:caseId/secrecy-judgements', { reason }],
  ['POST', '/cases/:caseId/receipt-date-corrections', { to: '2026-01-01', reason }],
  ['POST', '/cases/:caseId/access-codes', {}],
  ['POST', '/cases/:caseId/bounces', { mail: 'acknowledgement' }],
];

/** Everything of the API that asks for a login. */
export const everyRoute: readonly Route[] = [
  ['GET', '/cases', {}],
  ['POST', '/cases', { kind: 'fraga', text: 'En fråga', language: 'sv', channel: 'phone' }],
  ...caseRoutes,
  ['GET', '/reports/promises', {}],
  ['GET', '/reports/promises/cases', { figure: 'received' }],
  ['GET', '/reports/tables', {}],
  ['POST', '/reports/frozen', {}],
  ['POST', '/reports/tables/frozen', {}],
  ['GET', '/reports/frozen/:reportId', {}],
];

/** What asks for none. */
export const openRoutes: readonly Route[] = [
  ['POST', '/submissions', { kind: 'fraga', text: 'En fråga', language: 'sv' }],
  ['POST', '/submissions/checks', { kind: 'fraga', text: 'En fråga', language: 'sv' }],
  ['POST', '/follow-ups', { receiptCode: '0000' }],
];
