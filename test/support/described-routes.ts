import type { RoutePolicy } from '../../apps/server/src/access/policy.decorator.js';

/** What a route is for, said once more and apart from its controller, so that a right that changes by a slip is seen. */
export interface Described {
  readonly policy: RoutePolicy;
  /** What comes if it is allowed; of routes of a case, that it has moved on, or has no such thing. */
  readonly allowed: readonly number[];
  /** A body or a form that is as it should be for a route of a case; for all others it is none, so that nothing comes of it. */
  readonly said: object;
  readonly query: string;
}

const about = (policy: RoutePolicy, allowed: number, { query = '', said = {} } = {}): Described => ({
  policy,
  allowed: [allowed],
  said,
  query,
});
const read = (policy: RoutePolicy): Described => ({ policy, allowed: [200], said: {}, query: '' });
const act = (policy: RoutePolicy, said: object = {}): Described => ({ policy, allowed: [409, 412, 422], said, query: '' });

const on = '2026-01-01';
const due = '2031-05-05';
const reason = 'Därför.';
const officer = '5d1c7a90-2e4f-4b8a-8c36-7f0e9a2b4d15';
const answer = { text: 'Så.', by: 'email' };

/** Every route of the program in Swedish; those in English are the same. */
export const describedRoutes: Readonly<Record<string, Described>> = {
  'GET /': about('open', 200),
  'GET /tillganglighet': about('open', 200),
  'GET /personuppgifter': about('open', 200),
  'GET /assets/:name': about('open', 404),
  'GET /health/live': about('open', 200),
  'GET /health/ready': about('open', 200),
  'GET /metrics': about('read-health-details', 200),
  // Where mail goes to a relay, the mailbox is not there.
  'GET /dev/mail': about('open', 404),
  'GET /dev/mail/:id': about('open', 404),
  'GET /dev/mail/:id/html': about('open', 404),
  'GET /api': about('open', 200),
  'GET /api/v1/openapi.json': about('open', 200),

  'GET /lamna-synpunkt': about('submit', 200),
  'POST /lamna-synpunkt': about('submit', 422),
  'GET /kvitto': about('submit', 200),
  'POST /api/v1/submissions': about('submit', 422),
  'POST /api/v1/submissions/checks': about('submit', 422),
  'GET /arbete/registrera': about('register-submission', 200),
  'POST /arbete/registrera': about('register-submission', 422),
  'POST /api/v1/cases': about('register-submission', 422),

  'GET /arbete/logga-in': about('open', 303),
  'GET /arbete/inloggad': about('open', 403),
  'POST /arbete/logga-ut': about('open', 303),

  'GET /folj': about('open', 200),
  'POST /folj': about('submit', 422),
  'POST /api/v1/follow-ups': about('submit', 422),
  'GET /folj/:token': about('open', 404),
  'POST /folj/stang': about('open', 303),
  'POST /folj/svar': act('receive-clarification', { text: 'Där.' }),
  'POST /folj/omdome': act('rate-answer', { satisfied: 'yes' }),
  'POST /folj/omprovning': act('request-review', { reason }),
  'POST /folj/ateruppta': act('reopen', { reason }),

  'GET /arbete': about('list-cases', 200, { query: '?board=&status=' }),
  'GET /api/v1/cases': about('list-cases', 200, { query: '?limit=200' }),
  'GET /api/v1/reports/promises': about('read-reports', 200),
  'GET /api/v1/reports/promises/cases': about('read-reports', 422),
  'GET /api/v1/reports/tables': about('read-reports', 200),
  'POST /api/v1/reports/frozen': about('read-reports', 422, { said: { from: 'x' } }),
  'POST /api/v1/reports/tables/frozen': about('read-reports', 422, { said: { from: 'x' } }),
  'GET /api/v1/reports/frozen/:reportId': about('read-reports', 404),

  'GET /api/v1/cases/:caseId': read('see-case'),
  'GET /api/v1/cases/:caseId/history': read('read-history'),
  'GET /api/v1/cases/:caseId/promises': read('read-history'),
  'POST /api/v1/cases/:caseId/acknowledgements': act('acknowledge', { by: 'phone', on }),
  'POST /api/v1/cases/:caseId/classifications': act('classify', { category: 'GATA.SNOROJNING' }),
  'POST /api/v1/cases/:caseId/transfers': act('transfer', { board: 'TN', reason }),
  'POST /api/v1/cases/:caseId/transfer-answers': act('accept-transfer', { accepted: true }),
  'POST /api/v1/cases/:caseId/transfer-recalls': act('recall-transfer', { reason }),
  'POST /api/v1/cases/:caseId/assignments': act('assign', { officer }),
  'POST /api/v1/cases/:caseId/clarifications': act('ask-clarification', { questions: 'Var?', replyBy: due }),
  'POST /api/v1/cases/:caseId/clarification-replies': act('receive-clarification', { text: 'Där.', channel: 'phone' }),
  'POST /api/v1/cases/:caseId/answers': act('answer', answer),
  'POST /api/v1/cases/:caseId/delay-notices': act('give-delay-notice', { reason, due }),
  'POST /api/v1/cases/:caseId/actions': act('plan-action', { description: 'Något.', due }),
  'POST /api/v1/cases/:caseId/referrals': act('refer', { body: 'TRV', forwarded: false }),
  'POST /api/v1/cases/:caseId/closures': act('close', { outcome: 'withdrawn' }),
  'POST /api/v1/cases/:caseId/reopenings': act('reopen', { reason }),
  'POST /api/v1/cases/:caseId/ratings': act('rate-answer', { satisfied: true, channel: 'phone' }),
  'POST /api/v1/cases/:caseId/reviews': act('request-review', { reason }),
  'POST /api/v1/cases/:caseId/review-answers': act('answer-review', answer),
  'POST /api/v1/cases/:caseId/notes': act('note', { text: 'Så här.' }),
  'POST /api/v1/cases/:caseId/secrecy-marks': act('mark-secrecy', { provision: '26 kap. 1 § OSL' }),
  'POST /api/v1/cases/:caseId/secrecy-liftings': act('lift-secrecy', { reason }),
  'POST /api/v1/cases/:caseId/secrecy-judgements': act('rule-out-secrecy', { reason }),
  'POST /api/v1/cases/:caseId/receipt-date-corrections': act('correct-receipt-date', { to: on, reason }),
  'POST /api/v1/cases/:caseId/access-codes': act('replace-access-code'),
  'POST /api/v1/cases/:caseId/bounces': act('record-bounce', { mail: 'answer' }),

  'GET /arbete/arenden/:caseId': read('see-case'),
  'POST /arbete/arenden/:caseId/bekraftelse': act('acknowledge', { by: 'phone', on }),
  'POST /arbete/arenden/:caseId/amne': act('classify', { category: 'GATA.SNOROJNING' }),
  'POST /arbete/arenden/:caseId/fordelning': act('route', { board: 'TN', reason }),
  'POST /arbete/arenden/:caseId/annan-namnd': act('transfer', { board: 'TN', reason }),
  'POST /arbete/arenden/:caseId/besked': act('accept-transfer', { accepted: 'yes' }),
  'POST /arbete/arenden/:caseId/aterkallelse': act('recall-transfer', { reason }),
  'POST /arbete/arenden/:caseId/handlaggare': act('assign', { officer }),
  'POST /arbete/arenden/:caseId/fraga': act('ask-clarification', { questions: 'Var?', replyBy: due }),
  'POST /arbete/arenden/:caseId/avsandarens-svar': act('receive-clarification', { text: 'Där.', channel: 'phone' }),
  'POST /arbete/arenden/:caseId/svar': act('answer', answer),
  'POST /arbete/arenden/:caseId/forsening': act('give-delay-notice', { reason, due }),
  'POST /arbete/arenden/:caseId/atgard': act('plan-action', { description: 'Något.', due }),
  'POST /arbete/arenden/:caseId/atgard-klar': act('complete-action', { completed: officer }),
  'POST /arbete/arenden/:caseId/hanvisning': act('refer', { body: 'TRV' }),
  'POST /arbete/arenden/:caseId/avslut': act('close', { outcome: 'withdrawn' }),
  'POST /arbete/arenden/:caseId/aterupptagning': act('reopen', { reason }),
  'POST /arbete/arenden/:caseId/omdome': act('rate-answer', { satisfied: 'yes', channel: 'phone' }),
  'POST /arbete/arenden/:caseId/omprovning': act('request-review', { reason }),
  'POST /arbete/arenden/:caseId/omprovning-svar': act('answer-review', answer),
  'POST /arbete/arenden/:caseId/anteckning': act('note', { text: 'Så här.' }),
  'POST /arbete/arenden/:caseId/sekretess': act('mark-secrecy', { provision: '26 kap. 1 § OSL' }),
  'POST /arbete/arenden/:caseId/havd-sekretess': act('lift-secrecy', { reason }),
  'POST /arbete/arenden/:caseId/inte-hemligt': act('rule-out-secrecy', { reason }),
  'POST /arbete/arenden/:caseId/ankomstdag': act('correct-receipt-date', { to: on, reason }),
  'POST /arbete/arenden/:caseId/ny-kod': act('replace-access-code'),
};
