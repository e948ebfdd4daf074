import { anAuthority, listOf, type ListedCase } from '#test/an-authority';
import type { AnApi } from '#test/an-api';
import { caseRoutes, everyRoute, openRoutes } from '#test/routes';

const authority = anAuthority();
const nowhere = '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13';

let secret: ListedCase;
let open: ListedCase;
let care: AnApi;
let roads: AnApi;
let auditor: AnApi;
/** Somebody whom a case can be assigned to. */
let officer: string;

beforeAll(async () => {
  care = await authority.as('helena.handlaggare-son');
  roads = await authority.as('hanna.handlaggare-tn');
  auditor = await authority.as('gunnar.granskare');
  const complaint = { text: 'Hemtjänsten kommer olika tider och mamma får inte sin matlåda.', category: 'AO.HEMTJANST' };
  secret = await authority.caseOf(care, await authority.submit(complaint));
  open = await authority.caseOf(roads, await authority.submit());
  const noted = await roads.post(`/cases/${open.caseId}/notes`, { text: 'Ring.' });
  officer = noted.body.entries.at(-1).actor;
});

describe('a case of social care', () => {
  it('is read by its board', async () => {
    const { status, body } = await care.get(`/cases/${secret.caseId}`);
    expect([status, body.secret, body.board]).toEqual([200, true, 'SON']);
  });

  describe.each([
    ['an officer of another board', 'hanna.handlaggare-tn'],
    ['a manager of another board', 'christer.chef-tn'],
    ['customer service', 'karin.kundtjanst'],
    ['the auditor', 'gunnar.granskare'],
    ['the quality unit', 'kerstin.kvalitet'],
    ['the administrator', 'amira.administrator'],
    ['somebody without a role', 'olle.obehorig'],
  ])('to %s', (_, slug) => {
    let other: AnApi;
    beforeAll(async () => {
      other = await authority.as(slug);
    });

    it.each(caseRoutes)('is not there: %s %s', async (method, path, body) => {
      for (const headers of [{}, { 'if-match': '"0"' }, { 'if-match': '"999"' }]) {
        const ask = async (caseId: string) => answerOf(await call(other, method, path.replace(':caseId', caseId), body, headers));
        const hidden = await ask(secret.caseId);
        expect(hidden).toEqual(await ask(nowhere));
        expect(hidden).toMatchObject({ status: 404, type: 'urn:synpunkter:problem:case-not-found' });
      }
    });
  });

  it('is in nobody else’s list, and in nobody else’s total', async () => {
    for (const [reader, cases] of [
      [care, [open, secret]],
      [roads, [open]],
      [auditor, [open]],
    ] as const) {
      const seen = await listOf(reader);
      expect(seen.map(({ caseId }) => caseId).sort()).toEqual(cases.map(({ caseId }) => caseId).sort());
      expect((await reader.get('/cases')).body.total).toBe(cases.length);
      expect((await reader.get('/cases?board=SON')).body.total).toBe(cases.length - 1);
    }
  });

  it('is among the cases of their boards for who works at its board', async () => {
    const mine = async (reader: AnApi) => (await listOf(reader, '&board=mine')).map(({ caseId }) => caseId);
    expect([await mine(care), await mine(roads), await mine(auditor)]).toEqual([[secret.caseId], [open.caseId], []]);
  });

  it('leaves none of these lists, totals and answers different when it changes', async () => {
    const view = async () => [
      (await roads.get('/cases')).text,
      (await auditor.get('/cases?board=SON')).text,
      (await roads.get(`/cases/${open.caseId}`)).text,
    ];
    const before = await view();
    await care.post(`/cases/${secret.caseId}/answers`, { text: 'Vi ringer.', by: 'phone' });
    expect(await view()).toEqual(before);
  });
});

describe('an open case', () => {
  it('is shown to another board in outline, which can do nothing to it', async () => {
    const { caseId, reference, kind, board, receivedDate, diaryNumbers, status } = open;
    const outline = { caseId, reference, kind, board, receivedDate, diaryNumbers, status };
    const seen = await care.get(`/cases/${open.caseId}`);
    expect([seen.status, seen.body]).toEqual([200, outline]);
    expect((await listOf(care, '&board=TN')).find((one) => one.caseId === caseId)).toEqual(outline);
    const { body } = await roads.get(`/cases/${open.caseId}/history`);
    for (const path of ['history', 'promises']) expect((await care.get(`/cases/${open.caseId}/${path}`)).status).toBe(403);
    for (const [method, path, asked] of caseRoutes.filter(([one]) => one === 'POST')) {
      expect([path, (await call(care, method, path.replace(':caseId', open.caseId), asked)).status]).toEqual([path, 403]);
    }
    expect((await roads.get(`/cases/${open.caseId}/history`)).body).toEqual(body);
  });

  it.each([
    ['classifications', { category: 'INGET.SADANT' }],
    ['transfers', { board: 'XX', reason: 'Därför.' }],
    ['assignments', { officer: nowhere }],
    ['referrals', { body: 'XX', forwarded: false }],
  ])('does not tell who may do nothing to it whether a name exists: %s', async (path, asked) => {
    expect((await care.post(`/cases/${open.caseId}/${path}`, asked)).status).toBe(403);
    expect((await roads.post(`/cases/${open.caseId}/${path}`, asked)).status).toBe(422);
  });

  it('is read by the auditor, who writes nothing', async () => {
    for (const [method, path, asked] of caseRoutes) {
      const { status } = await call(auditor, method, path.replace(':caseId', open.caseId), asked);
      expect([method, path, status]).toEqual([method, path, method === 'GET' ? 200 : 403]);
    }
    expect((await auditor.post('/cases', { kind: 'fraga', text: 'En fråga', language: 'sv', channel: 'phone' })).status).toBe(403);
  });
});

describe('the routes that are tried here', () => {
  it('are all that the API describes', async () => {
    const { paths } = (await authority.anyone.get('/openapi.json')).body as { paths: Record<string, Record<string, object>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tried = [...everyRoute, ...openRoutes].map(([method, path]) => `${method} /api/v1${path.replace(/:(\w+)/, '{$1}')}`);
    expect(described.sort()).toEqual(tried.sort());
  });
});

describe('without a token', () => {
  it.each(everyRoute)('%s %s asks for one, and tells nothing else', async (method, path, body) => {
    const { status, headers, body: problem } = await call(authority.anyone, method, path.replace(':caseId', secret.caseId), body);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(problem).toEqual({
      type: 'urn:synpunkter:problem:unauthenticated',
      title: 'unauthenticated',
      status: 401,
      requestId: expect.any(String),
    });
  });
});

const call = (api: AnApi, method: string, path: string, body: object, headers = {}) =>
  method === 'GET' ? api.get(path) : api.post(path, 'officer' in body ? { officer } : body, headers);

/** All of an answer but what differs each time. */
function answerOf({ status, body, headers }: Awaited<ReturnType<AnApi['get']>>) {
  const { requestId: _, ...problem } = body as Record<string, unknown>;
  return { ...problem, status, type: problem['type'], length: headers['content-length'] };
}
