import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as openid from 'openid-client';
import { bearerVerifier } from '../openid/bearer.js';
import { connectIssuer } from '../openid/issuer.js';
import { beginLogin, completeLogin, type LoginSettings } from '../openid/login.js';
import { emptyDirectory, evolveDirectory, grantsOf } from '../people/directory.js';
import { personIdOf } from '../people/person-id.js';
import { type Role, roles } from '../policy/caller.js';
import { createSealer } from '../session/sealer.js';
import { loadEvaluation } from '../load-evaluation.js';
import { evaluationGrants } from './evaluation-grants.js';
import { type EvaluationIssuer, startEvaluationIssuer } from './evaluation-issuer.js';
import { findPerson, InvalidPeople, readEvaluationPeople } from './evaluation-people.js';
import { issueToken } from './issue-token.js';
import { signingKey } from './signing-key.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const evaluationPeople = readEvaluationPeople('organisations/region-gotland');
const person = (slug: string) => findPerson(evaluationPeople, slug)!;
const dataFolder = mkdtempSync(join(tmpdir(), 'evaluation-'));
let server: Server;
let issuer: EvaluationIssuer;
let publicUrl: string;
let settings: LoginSettings;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.startsWith(`${issuer.mountPath}/`)) void issuer.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirectUri = `${publicUrl}/logga-in/svar`;
  issuer = await startEvaluationIssuer({ publicUrl, dataFolder, people: evaluationPeople, redirectUris: [redirectUri] });
  const connected = connectIssuer({ issuer: issuer.issuer, clientId: issuer.clientId });
  settings = { issuer: connected, redirectUri, publicUrl, sealer: createSealer(randomBytes(32)), mac };
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(dataFolder, { recursive: true });
});

/** A browser as far as a login needs one: cookies, and following redirects until they leave the issuer. */
function browser() {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && new URLSearchParams(form);
    const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(body ? { method: 'POST', body } : {}) });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const follow = async (address: string, form?: Record<string, string>): Promise<{ address: string; response: Response }> => {
    const response = await visit(address, form);
    const location = response.headers.get('location');
    if (location === null || location.startsWith(`${publicUrl}/logga-in/svar`)) return { address: location ?? address, response };
    return follow(new URL(location, address).href);
  };
  return { follow };
}

async function pick(person: string, location: string): Promise<string> {
  const { follow } = browser();
  const page = await follow(location);
  expect(await page.response.text()).toContain('Välj vem du vill vara');
  return (await follow(page.address, { person })).address;
}

describe('the evaluation issuer, mounted in an ordinary server', () => {
  it('describes itself under the public address, whatever host it was asked by', async () => {
    const asked = await fetch(`${issuer.issuer}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example' } });
    const described = (await asked.json()) as Record<string, string>;
    expect(described['issuer']).toBe(`${publicUrl}/dev/oidc`);
    for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'])
      expect(described[endpoint]).toMatch(new RegExp(`^${publicUrl}/dev/oidc/`));
  });

  it('shows everyone by name on a page that runs no script and cannot be framed', async () => {
    const { location } = await beginLogin(settings, { returnTo: '/arbete', now: Date.now() });
    const { response } = await browser().follow(location);
    const page = await response.text();
    for (const { name, title } of evaluationPeople) expect(page).toContain(`<strong>${name}</strong><span>${title}</span>`);
    expect(page).toContain('<html lang="sv">');
    expect(page).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(evaluationPeople.map(({ slug }) => slug))('logs %s in to our pages', async (slug) => {
    const now = Date.now();
    const { location, cookie } = await beginLogin(settings, { returnTo: '/arbete/arenden', now });
    const back = new URL(await pick(slug, location));
    const done = await completeLogin(settings, { query: back.search.slice(1), cookie: cookie.value, now });
    expect(done).toMatchObject({ returnTo: '/arbete/arenden', identity: { subject: slug, name: person(slug).name, emailVerified: true } });
    expect(done.session.personId).toBe(personIdOf(issuer.issuer, slug, mac));
  });

  it('asks again who to be at every login', async () => {
    const { follow } = browser();
    for (const person of ['karin.kundtjanst', 'rolf.registrator']) {
      const { location } = await beginLogin(settings, { returnTo: '/', now: 0 });
      const page = await follow(location);
      expect(page.response.status).toBe(200);
      expect((await follow(page.address, { person })).address).toContain('code=');
    }
  });

  it('brings back who picked nobody as refused, and shows the page again for somebody unknown', async () => {
    const { location, cookie } = await beginLogin(settings, { returnTo: '/', now: 0 });
    const back = new URL(await pick('', location));
    await expect(completeLogin(settings, { query: back.search.slice(1), cookie: cookie.value, now: 0 })).rejects.toMatchObject({
      refusal: 'denied',
    });
    const { follow } = browser();
    const page = await follow((await beginLogin(settings, { returnTo: '/', now: 0 })).location);
    for (const person of ['__proto__', 'nobody', 'x'.repeat(5000)])
      expect((await follow(page.address, { person })).response.status).toBe(400);
  });

  it('says in Swedish that a login is over, instead of failing', async () => {
    const answer = await fetch(`${issuer.issuer}/interaction/unknown`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Inloggningen kan inte fortsätta');
  });

  it('gives no code without PKCE, to another client or to another address', async () => {
    const { location } = await beginLogin(settings, { returnTo: '/', now: 0 });
    const changed = (change: (query: URLSearchParams) => void) => {
      const url = new URL(location);
      change(url.searchParams);
      return browser().follow(url.href);
    };
    const noPkce = await changed((query) => query.delete('code_challenge'));
    expect(noPkce.address).toContain('error=invalid_request');
    const plain = await changed((query) => query.set('code_challenge_method', 'plain'));
    expect(plain.address).toContain('error=invalid_request');
    for (const [name, value] of [
      ['client_id', 'another'],
      ['redirect_uri', 'https://evil.example/'],
    ] as const)
      expect((await changed((query) => query.set(name, value))).response.status).toBe(400);
  });

  it('gives an access token that the API takes, and another for userinfo', async () => {
    const configuration = await settings.issuer.configuration();
    const verify = bearerVerifier({ issuer: settings.issuer, audience: issuer.audience, mac });
    const tokenFor = async (more: Record<string, string>) => {
      const pkceCodeVerifier = openid.randomPKCECodeVerifier();
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.redirectUri,
        scope: 'openid profile email',
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        ...more,
      });
      const back = new URL(await pick('hanna.handlaggare-tn', url.href));
      return openid.authorizationCodeGrant(configuration, back, { pkceCodeVerifier }, more);
    };
    const api = await tokenFor({ resource: issuer.audience });
    expect(await verify(api.access_token)).toMatchObject({ subject: 'hanna.handlaggare-tn', name: 'Hanna Björk' });
    expect(await verify(api.id_token!)).toBe('invalid');
    const plain = await tokenFor({});
    const about = await openid.fetchUserInfo(configuration, plain.access_token, 'hanna.handlaggare-tn');
    expect(about).toMatchObject({ name: 'Hanna Björk', email: 'hanna.handlaggare-tn@region.example', email_verified: true });
  });
});

describe('a token from the console', () => {
  it('is taken by the API as one of the issuer’s own, for the same person', async () => {
    const verify = bearerVerifier({ issuer: settings.issuer, audience: issuer.audience, mac });
    const token = await issueToken({ person: person('gunnar.granskare'), dataFolder, publicUrl, now: Date.now() });
    expect(await verify(token)).toMatchObject({ personId: personIdOf(issuer.issuer, 'gunnar.granskare', mac), name: 'Gunnar Sjögren' });
  });

  it('holds an hour', async () => {
    const verify = bearerVerifier({ issuer: settings.issuer, audience: issuer.audience, mac });
    const old = await issueToken({ person: person('gunnar.granskare'), dataFolder, publicUrl, now: Date.now() - 3_700_000 });
    expect(await verify(old)).toBe('invalid');
  });
});

describe('the signing key', () => {
  it('is readable by its owner only, and nothing else is left in the folder', () => {
    expect(readdirSync(join(dataFolder, 'evaluation'))).toEqual(['signing-key.json']);
    expect(statSync(join(dataFolder, 'evaluation', 'signing-key.json')).mode & 0o777).toBe(0o600);
  });

  it('is one, though many make it at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evaluation-key-'));
    const keys = await Promise.all(Array.from({ length: 8 }, () => signingKey(folder)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('the people of the evaluation', () => {
  it('play every role', () => {
    const played = new Set<Role>(evaluationPeople.flatMap(({ grants }) => grants.map(({ role }) => role)));
    expect([...played].sort()).toEqual([...roles].sort());
  });

  it('have the roles they are said to have, by events like everybody', () => {
    const directory = evaluationGrants(evaluationPeople, 'http://127.0.0.1:3000', mac)
      .flatMap(({ stream, events }) =>
        events.map((event, revision) => ({ ...event, stream, revision, metadata: { recordedAt: '2026-11-22T08:00:00.000Z' } })),
      )
      .reduce(evolveDirectory, emptyDirectory);
    for (const { slug, grants } of evaluationPeople)
      expect(grantsOf(directory, personIdOf('http://127.0.0.1:3000/dev/oidc', slug, mac))).toEqual(grants);
  });

  it.each([
    '{}',
    '[null]',
    '[{}]',
    '[{"slug":"A B","name":"n","title":"t","grants":[]}]',
    '[{"slug":"a","name":"n","title":"t","grants":[{"role":"king","boards":"all"}]}]',
  ])('are not read from %s', (content) => {
    const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
    writeFileSync(join(folder, 'evaluation-people.json'), content);
    expect(() => readEvaluationPeople(folder)).toThrow(InvalidPeople);
    rmSync(folder, { recursive: true });
  });

  it('are not there in production', async () => {
    await expect(loadEvaluation('production')).rejects.toThrow('production');
    expect(Object.keys(await loadEvaluation(undefined))).toContain('startEvaluationIssuer');
  });
});
