import { jest } from '@jest/globals';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { aClockedServer, type AClockedServer } from '#test/a-clocked-server';
import { aSession } from '#test/a-session';
import { apiOf, type AnApi } from '#test/an-api';
import { sealIn } from '#test/authorisation';
import { caseRoutes } from '#test/routes';
import { everyRoute } from '#test/every-route';
import { eventually } from '#test/eventually';
import type { ListedCase } from '#test/an-authority';
import { countedWork } from '#test/work-of';

jest.setTimeout(120_000);

const nowhere = '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13';
const slug = 'hanna.handlaggare-tn';

let server: AClockedServer;
let work: ReturnType<typeof countedWork>;
let api: AnApi;
let browser: Awaited<ReturnType<typeof aSession>>;
let secret: ListedCase;

beforeAll(async () => {
  server = await aClockedServer(join(process.cwd(), 'organisations/region-gotland'), new Date().toISOString());
  const care = await apiOf(server, 'helena.handlaggare-son');
  await care.post('/cases', {
    kind: 'klagomal',
    language: 'sv',
    text: 'Hemtjänsten kom inte.',
    category: 'AO.HEMTJANST',
    channel: 'phone',
  });
  const anyone = await apiOf(server, slug);
  await anyone.post('/submissions', { kind: 'klagomal', language: 'sv', text: 'Hemtjänsten kom inte.', category: 'AO.HEMTJANST' });
  const listed = async () => (await care.get('/cases')).body.cases as readonly ListedCase[];
  secret = await eventually(async () => (await listed()).find(({ diaryNumbers }) => diaryNumbers.length > 0));
  [api, browser] = [anyone, await aSession(server, slug)];
  work = countedWork(server);
});
afterAll(() => server.remove());

/** The same question about the hidden case and about none, with the work that each is, told without the id. */
async function both(ask: (caseId: string) => Promise<Response>) {
  const told = async (caseId: string) => {
    const [{ status }, { streams, opened }] = await work(() => ask(caseId));
    return { status, opened, streams: streams.map((stream) => stream.replace(caseId, 'the case')) };
  };
  return [await told(secret.caseId), await told(nowhere)] as const;
}

describe('a case that is hidden is no more work than one that does not exist', () => {
  it.each(caseRoutes)('at the API, with a revision and without: %s %s', async (method, path, body) => {
    for (const headers of [{}, { 'if-match': '"0"' }]) {
      const at = (caseId: string) => path.replace(':caseId', caseId);
      const [hidden, missing] = await both((id) => (method === 'GET' ? api.get(at(id)) : api.post(at(id), body, headers)));
      expect(hidden).toEqual(missing);
      expect([hidden.status, hidden.opened, hidden.streams.includes('case-the case')]).toEqual([404, 0, true]);
    }
  });

  it('on its page, and at every form of it', async () => {
    const forms = everyRoute().filter(({ ofCase, door, pattern }) => ofCase && door === 'session' && !pattern.startsWith('/en/'));
    for (const { method, pattern, said } of forms) {
      const [hidden, missing] = await both(async (caseId) => {
        const path = pattern.replace(':caseId', caseId);
        if (method === 'GET') return browser.get(path);
        const post = (form: object) => browser.post(path).set('origin', server.address).type('form').send(form);
        return post({ ...said, ...sealIn((await post(said)).text, path) });
      });
      expect([pattern, hidden]).toEqual([pattern, missing]);
      expect([pattern, hidden.status, hidden.opened]).toEqual([pattern, 404, 0]);
    }
  });

  it('where it is looked for by its number', async () => {
    for (const names of [
      [secret.reference, 'RG-0000-0000-0000'],
      [secret.diaryNumbers[0] ?? '', 'SON 2019/1'],
    ])
      for (const ask of [
        (q: string) => api.get(`/cases?q=${encodeURIComponent(q)}`),
        async (q: string) => browser.get(`/arbete?q=${encodeURIComponent(q)}`),
      ]) {
        const [, hidden] = await work(() => ask(names[0] ?? ''));
        const [, missing] = await work(() => ask(names[1] ?? ''));
        expect(hidden).toEqual(missing);
      }
  });
});
