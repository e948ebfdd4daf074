import request, { type Response } from 'supertest';
import { anApi, type AnApi } from '#test/an-api';
import { anAuthority, aSynpunkt, type ListedCase, type Receipt } from '#test/an-authority';

const authority = anAuthority();
const canary = 'kanariefågel';

let officer: AnApi;
let registrar: AnApi;
let auditor: AnApi;
let theCase: ListedCase;
let receipt: Receipt;

beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
  registrar = await authority.as('rut.registrator-tn');
  auditor = await authority.as('gunnar.granskare');
  receipt = await authority.submit();
  theCase = await authority.caseOf(officer, receipt);
});

/** How much there is: a refusal must not change it. */
const extent = async () => {
  const { body } = await auditor.get('/cases');
  const { headers } = await auditor.get(`/cases/${theCase.caseId}`);
  return { cases: body.total as number, revision: headers['etag'] as string };
};

const internals = /node_modules|\bat .+:\d+|\.js\b|\.ts\b|sqlite|SELECT|stack|Error:|prototype|\/work|\/home|\/tmp|undefined/i;

/** Refused as it should be: a problem document that tells nothing of the inside and repeats nothing that was sent. */
async function expectRefusal(ask: () => Promise<Response>, status: number, code?: string): Promise<void> {
  const before = await extent();
  const answer = await ask();
  expect({ status: answer.status, text: answer.text }).toEqual({ status, text: expect.any(String) });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const { requestId, title, type, ...rest } = JSON.parse(answer.text) as Record<string, unknown>;
  expect({ requestId, title, type, status: rest['status'] }).toEqual({
    requestId: expect.any(String),
    title: expect.any(String),
    type: code === undefined ? expect.stringMatching(/^urn:synpunkter:problem:[a-z-]+$/) : `urn:synpunkter:problem:${code}`,
    status,
  });
  expect(answer.text).not.toMatch(internals);
  expect(answer.text).not.toContain(canary);
  expect(await extent()).toEqual(before);
}

const submission = (more: object): string => JSON.stringify({ ...aSynpunkt, ...more });
const withText = (escaped: string): string => `{"kind":"fraga","language":"sv","text":"${escaped}"}`;
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a submission', () => {
  it.each<[string, string, number]>([
    ['without text', submission({ text: undefined }), 422],
    ['with an empty text', submission({ text: '' }), 422],
    ['with a text of spaces', submission({ text: ' \n\t ' }), 422],
    ['with a text of characters that show nothing', submission({ text: '\u200b\u200d\u2060\ufeff\u00ad\u2800' }), 422],
    ['with a text of accents on nothing', submission({ text: '\u0301\ufe0f\u{1d159}' }), 422],
    ['with a number of forty digits', submission({ contact: { phone: '0'.repeat(40) } }), 422],
    ['with a number of dashes', submission({ contact: { phone: '-----' } }), 422],
    ['with a text that is too long by one', submission({ text: 'å'.repeat(20_001) }), 422],
    ['with a field that nobody knows', submission({ status: canary }), 422],
    ['that says who may see it', submission({ board: 'SON', secrecy: 'none' }), 422],
    ['with a number for a text', submission({ text: 42 }), 422],
    ['with a list for a text', submission({ text: [canary] }), 422],
    ['with an object for a text', submission({ text: { $ne: '' } }), 422],
    ['with null for a text', submission({ text: null }), 422],
    ['with a list for a contact', submission({ contact: [{ email: 'a@example.se' }] }), 422],
    ['with a text for a contact', submission({ contact: canary }), 422],
    ['with an unknown field in its contact', submission({ contact: { fax: canary } }), 422],
    ['with __proto__', `{"__proto__":{"admin":true},"kind":"fraga","language":"sv","text":"${canary}"}`, 400],
    ['with constructor.prototype', `{"constructor":{"prototype":{"a":1}},"kind":"fraga","language":"sv","text":"${canary}"}`, 400],
    ['with prototype', submission({}).replace('}', ',"prototype":1}'), 400],
    ['with __proto__ in its contact', submission({}).replace('}', ',"contact":{"__proto__":{"a":1}}}'), 400],
    ['with the first half of a surrogate pair', withText(`${canary} \\ud83d`), 422],
    ['with the second half of a surrogate pair', withText(`\\udc00 ${canary}`), 422],
    ['of an unknown kind', submission({ kind: canary }), 422],
    ['in an unknown language', submission({ language: 'xx' }), 422],
    ['with a category that does not exist', submission({ category: 'GATA.FINNSINTE' }), 422],
    ['with a category that cannot exist', submission({ category: "GATA'; DROP TABLE events; --" }), 422],
    ['with a place of two lines', submission({ place: 'Visby\nHemse' }), 422],
    ['with a place that is too long', submission({ place: 'a'.repeat(501) }), 422],
    ['with an address that has no domain', submission({ contact: { email: 'canary' } }), 422],
    ['with two addresses', submission({ contact: { email: 'a@example.se, b@example.se' } }), 422],
    ['with a header in its address', submission({ contact: { email: 'a@example.se\r\nBcc: b@example.se' } }), 422],
    ['with a name around its address', submission({ contact: { email: 'Åsa <a@example.se>' } }), 422],
    ['with two at signs', submission({ contact: { email: 'a@b@example.se' } }), 422],
    ['with an address to which no relay carries mail', submission({ contact: { email: 'åsa@example.se' } }), 422],
    ['with an address of a machine without a domain', submission({ contact: { email: 'a@localhost' } }), 422],
    ['with the address of whoever runs a mail server', submission({ contact: { email: 'postmaster@example.se' } }), 422],
    ['with a header in its name', submission({ contact: { name: 'Åsa\r\nBcc: b@example.se' } }), 422],
    ['with letters in its number', submission({ contact: { phone: '0498-HUNDRA' } }), 422],
    ['that is a list', '[]', 422],
    ['that is null', 'null', 422],
    ['that is a text', `"${canary}"`, 422],
    ['that is empty', '', 400],
    ['that is no JSON', `{"kind":"fraga",${canary}`, 400],
    ['with something behind it', `${submission({})}${canary}`, 400],
    ['that is twenty thousand levels deep', deep(20_000), 400],
    ['that is larger than 256 KiB', submission({ text: 'a'.repeat(300_000) }), 413],
  ])('%s is refused, and so it is when it is only checked', async (_, body, status) => {
    await expectRefusal(() => authority.anyone.post('/submissions', body), status);
    await expectRefusal(() => authority.anyone.post('/submissions/checks', body), status);
  });

  it('that is sound can be checked without being left', async () => {
    const before = await extent();
    expect((await authority.anyone.post('/submissions/checks', submission({}))).status).toBe(204);
    expect(await extent()).toEqual(before);
  });

  it('is told how much too long its text is', async () => {
    const { body } = await authority.anyone.post('/submissions', submission({ text: `${'å'.repeat(20_001)}\u0000 ` }));
    expect(body.errors).toEqual([{ field: 'text', code: 'tooLong', length: 20_001, max: 20_000 }]);
  });

  it('is kept without the signs that nobody sees, which nobody could take out', async () => {
    const { receiptCode } = await authority.submit({ text: 'Första sidan\u000cAndra\u0000 sid\u001ban\u007f \uffff' });
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode });
    expect(body.entries[0].text).toBe('Första sidan\nAndra sidan');
  });

  it.each([
    ['too long', 'k'.repeat(201)],
    ['with a space', 'min nyckel'],
    ['beyond ASCII', Buffer.from('nyckel-å').toString('latin1')],
  ])('with an idempotency key %s is refused', (_, key) =>
    expectRefusal(() => authority.anyone.post('/submissions', submission({}), { 'idempotency-key': key }), 400, 'bad-idempotency-key'),
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; charset=utf-16',
  ])('as %s is refused', (type) => expectRefusal(() => authority.anyone.post('/submissions', 'text=hej', { 'content-type': type }), 415));

  it('that is packed is refused', () =>
    expectRefusal(() => authority.anyone.post('/submissions', submission({}), { 'content-encoding': 'gzip' }), 415));
});

describe('a receipt code', () => {
  const follow = (receiptCode: unknown) => authority.anyone.post('/follow-ups', { receiptCode });
  const wrong = () => receipt.receiptCode.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
  const swapped = () => receipt.receiptCode.replace(/(\w)(?!\1)(\w)/, '$2$1');

  it.each<[string, () => unknown]>([
    ['with one sign wrong', wrong],
    ['with two signs swapped', swapped],
    ['cut off', () => receipt.receiptCode.slice(0, -1)],
    ['of another length', () => `${receipt.receiptCode} ABCD`],
    ['that is empty', () => ''],
    ['of other signs', () => '🙂'.repeat(24)],
    ['that asks the database', () => "' OR 1=1 --"],
    ['that is the reference', () => receipt.reference],
    ['that is the case id', () => theCase.caseId],
  ])('%s opens nothing, and the answer does not say why', async (_, code) => {
    const unknown = await follow('0000 0000 0000 0000 0000 0000');
    await expectRefusal(() => follow(code()), 404, 'receipt-code-unknown');
    expect(withoutRequest(await follow(code()))).toEqual(withoutRequest(unknown));
  });

  it.each<[string, unknown]>([
    ['too long', 'A'.repeat(101)],
    ['a number', 1234],
    ['a list', ['A']],
    ['missing', undefined],
  ])('that is %s is refused', (_, code) => expectRefusal(() => follow(code), 422, 'invalid-request'));

  it('in the address is not looked at', () =>
    expectRefusal(() => authority.anyone.post(`/follow-ups?receiptCode=${encodeURIComponent(receipt.receiptCode)}`, {}), 422));
});

describe('a list', () => {
  it.each([
    ['limit=0', 422],
    ['limit=201', 422],
    ['limit=1e9', 422],
    ['limit=many', 422],
    ['limit=-1', 422],
    ['board=TN&board=SON', 422],
    ['board[]=TN', 422],
    ['board[$ne]=TN', 422],
    ["board=TN'--", 422],
    ['board=yours', 422],
    ['status=lost', 422],
    ['dueBy=2026-02-30', 422],
    ['dueBy=yesterday', 422],
    ['sort=text', 422],
    ['expand=contact', 422],
    ['after=WyI5OTk5LTEyLTMxIiwiIl0.AAAAAAAAAAAAAAAAAAAAAA', 400],
    ['after=x', 400],
    [`after=${'x'.repeat(401)}`, 422],
  ])('with %s is refused', (query, status) => expectRefusal(() => auditor.get(`/cases?${query}`), status));

  it('with a cursor that was changed is refused', async () => {
    await authority.submit();
    const { body } = await auditor.get('/cases?limit=1');
    const cursor = body.next as string;
    const changed = cursor.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    await expectRefusal(() => auditor.get(`/cases?after=${changed}`), 400);
    expect((await auditor.get(`/cases?after=${cursor}`)).status).toBe(200);
  });
});

describe('a case', () => {
  it.each([
    ['1', 400],
    ["'; --", 400],
    ['%00', 400],
    ['..%2f..%2fhealth', 400],
    ['3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13', 404],
  ])('called %s is not there', (id, status) => expectRefusal(() => officer.get(`/cases/${id}`), status));

  it.each([
    ['at=-1', 422],
    ['at=1.5', 422],
    ['at=first', 422],
    ['at=99999999', 422],
    ['asOf=2026-02-30T00:00:00Z', 422],
    ['asOf=2026-01-01', 422],
    ['asOf=now', 422],
    ['until=1', 422],
  ])('as of %s is not shown', (query, status) => expectRefusal(() => officer.get(`/cases/${theCase.caseId}/history?${query}`), status));

  it.each<[string, string, object]>([
    ['a transfer to a board that does not exist', 'transfers', { board: 'XX', reason: 'Därför.' }],
    ['a transfer to the council, which takes none', 'transfers', { board: 'RF', reason: 'Därför.' }],
    ['a transfer without a reason', 'transfers', { board: 'RS' }],
    ['a question to be answered on a day that does not exist', 'clarifications', { questions: 'Var?', replyBy: '2031-02-30' }],
    ['a question to be answered in the past', 'clarifications', { questions: 'Var?', replyBy: '2020-01-01' }],
    ['a delay until a day in another form', 'delay-notices', { reason: 'Därför.', due: '1/5 2031' }],
    ['an answer of nothing', 'answers', { text: '\u200b', by: 'email' }],
    ['an answer by pigeon', 'answers', { text: canary, by: 'pigeon' }],
    ['a closing as nothing', 'closures', { outcome: canary }],
    ['a closing as referred, which only a referral does', 'closures', { outcome: 'no-action' }],
    ['an action without a day', 'actions', { description: canary }],
    ['an action done that nobody planned', 'actions', { completed: '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13' }],
    ['an actor other than the caller', 'notes', { text: canary, actor: 'system' }],
    ['a time other than now', 'notes', { text: canary, recordedAt: '2020-01-01T00:00:00Z' }],
  ])('is not changed by %s', async (_, what, body) => {
    const before = await extent();
    const { status, text } = await officer.post(`/cases/${theCase.caseId}/${what}`, body);
    expect([404, 409, 422]).toContain(status);
    expect(text).not.toMatch(internals);
    expect(text).not.toContain(canary);
    expect(await extent()).toEqual(before);
  });

  it.each([
    ['in the future', '2031-01-01'],
    ['that does not exist', '2026-02-30'],
  ])('is not received on a day %s', (_, to) =>
    expectRefusal(() => registrar.post(`/cases/${theCase.caseId}/receipt-date-corrections`, { to, reason: 'Därför.' }), 422),
  );

  it.each(['7', '"7', 'W/"0"', '"-1"', '"x"'])('is not changed by who saw revision %s', (tag) =>
    expectRefusal(() => officer.post(`/cases/${theCase.caseId}/notes`, { text: canary }, { 'if-match': tag }), 412, 'stale-revision'),
  );
});

describe('a token', () => {
  const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string];
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[string, (token: string) => string]>([
    ['that is none', () => 'token'],
    ['with another name in it', (token) => [parts(token)[0], encoded({ sub: 'amira.administrator' }), parts(token)[2]].join('.')],
    ['without a signature', (token) => [encoded({ alg: 'none', typ: 'at+jwt' }), parts(token)[1], ''].join('.')],
    ['signed with what everybody knows', (token) => [encoded({ alg: 'HS256', typ: 'at+jwt' }), ...parts(token).slice(1)].join('.')],
    ['cut off', (token) => token.slice(0, -4)],
  ])('%s is refused, and the answer does not say why', async (_, change) => {
    const token = await authority.tokenOf('hanna.handlaggare-tn');
    const strange = anApi(authority.server, change(token));
    await expectRefusal(() => strange.get('/cases'), 401, 'unauthenticated');
    await expectRefusal(() => strange.post(`/cases/${theCase.caseId}/notes`, { text: canary }), 401, 'unauthenticated');
  });

  it('that has expired is refused', async () => {
    const token = await authority.tokenOf('hanna.handlaggare-tn', Date.now() - 2 * 3_600_000);
    await expectRefusal(() => anApi(authority.server, token).get('/cases'), 401, 'unauthenticated');
  });

  it('for another system is refused', async () => {
    const token = await authority.tokenOf('hanna.handlaggare-tn', Date.now(), 'http://127.0.0.1:1');
    await expectRefusal(() => anApi(authority.server, token).get('/cases'), 401, 'unauthenticated');
  });
});

describe('a path', () => {
  const paths = ['/api/v1/cases', '/api/v1/submissions'];
  it.each(paths.flatMap((path) => (['put', 'patch', 'delete'] as const).map((method) => [method, path] as const)))(
    'does not take %s %s',
    (method, path) => expectRefusal(async () => request(authority.server.address)[method](path).send({}), 405, 'method-not-allowed'),
  );

  it.each(['/api/v1', '/api/v1/cases/', '/api/v1//cases', '/API/V1/cases', '/api/v1/cases%2f', '/api/v1/cases;x', '/api/v1/./../v1/kases'])(
    'written as %s opens nothing',
    async (path) => {
      const { status, text } = await request(authority.server.address).get(path);
      expect([401, 404]).toContain(status);
      expect(text).not.toMatch(internals);
    },
  );
});

describe('after all this', () => {
  it('the server takes in a submission as before, with every sign of the text kept', async () => {
    const text = 'Åsa 🙂 <script>alert(1)</script> {{7*7}} ${x} =1+1 \u202e e\u0301\n\trad två';
    const kept = await authority.submit({ text });
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode: kept.receiptCode });
    expect(body.entries[0].text).toBe(text.normalize('NFC'));
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('and takes one of exactly twenty thousand characters, as people count them', async () => {
    const { receiptCode } = await authority.submit({ text: '🙂'.repeat(20_000) });
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode });
    expect(Array.from(body.entries[0].text as string)).toHaveLength(20_000);
  });

  it('has written nothing of what was sent into its log', () => {
    expect(authority.server.output).not.toContain(canary);
    expect(authority.server.output).not.toContain(receipt.receiptCode);
    expect(authority.server.output).not.toMatch(/"status":5\d\d/);
  });
});

function withoutRequest({ status, body, headers }: Response): object {
  const { requestId: _, ...problem } = body as Record<string, unknown>;
  return { status, problem, length: headers['content-length'] };
}
