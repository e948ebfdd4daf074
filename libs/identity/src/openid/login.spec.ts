import { createHmac, randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { createSealer } from '../session/sealer.js';
import { connectIssuer, IssuerUnavailable } from './issuer.js';
import { beginLogin, completeLogin, type LoginSettings } from './login.js';
import { LoginRefused } from './login-refused.js';
import { type LyingIssuer, startLyingIssuer } from './lying-issuer.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const publicUrl = 'https://synpunkter.example';
const redirectUri = `${publicUrl}/logga-in/svar`;
const seconds = Math.floor(Date.now() / 1000);
const now = seconds * 1000;
let issuer: LyingIssuer;
let settings: LoginSettings;

beforeAll(async () => {
  issuer = await startLyingIssuer();
  const connected = connectIssuer({ issuer: issuer.url, clientId: 'synpunkter' });
  settings = { issuer: connected, redirectUri, publicUrl, sealer: createSealer(randomBytes(32)), mac };
});
beforeEach(() => {
  issuer.claims = {};
  issuer.forge = undefined;
  issuer.broken.clear();
});
afterAll(() => issuer.close());

/** A login begun, with the issuer's honest way back and the claims it will then make. */
async function begun(more: Partial<LoginSettings> = {}) {
  const mine = { ...settings, ...more };
  const { location, cookie } = await beginLogin(mine, { returnTo: '/arbete/arenden', now });
  const sent = new URL(location).searchParams;
  const back = new URLSearchParams({ code: 'c', state: sent.get('state')!, iss: issuer.url });
  issuer.claims = { nonce: sent.get('nonce')! };
  const complete = (given: { query?: string; cookie?: string | undefined; now?: number } = {}) =>
    completeLogin(mine, { query: back.toString(), cookie: cookie.value, now, ...given });
  return { sent, back, cookie, complete };
}

describe('a login', () => {
  it('asks the issuer for a code, with PKCE, state and nonce that nobody can guess', async () => {
    const { sent } = await begun();
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: 'code',
      client_id: 'synpunkter',
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(sent.get(secret)).toMatch(/^[\w-]{43}$/);
    expect((await begun()).sent.get('state')).not.toBe(sent.get('state'));
  });

  it('ends in a session that is new each time, in cookies of this host only, and goes back to where it began', async () => {
    const { complete } = await begun();
    const done = await complete();
    expect(done).toMatchObject({ identity: { subject: 'hanna', issuer: issuer.url }, returnTo: '/arbete/arenden' });
    expect(done.session).toMatchObject({ startedAt: now, usedAt: now, personId: done.identity.personId });
    expect(done.cookies.map(({ name, options }) => [name, options.httpOnly, options.secure, options.maxAge])).toEqual([
      ['__Host-synpunkter-session', true, true, undefined],
      ['__Host-synpunkter-login', true, true, 0],
    ]);
    expect((await (await begun()).complete()).session.sessionId).not.toBe(done.session.sessionId);
    expect(issuer.lastExchange.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  });

  it('takes the time of the login from the issuer', async () => {
    const { complete } = await begun();
    issuer.claims['auth_time'] = seconds - 600;
    expect((await complete()).session.authenticatedAt).toBe((seconds - 600) * 1000);
  });

  it('ignores a place to go that is not ours', async () => {
    const { cookie, location } = await beginLogin(settings, { returnTo: '//evil.example', now });
    const sent = new URL(location).searchParams;
    issuer.claims = { nonce: sent.get('nonce') };
    const query = new URLSearchParams({ code: 'c', state: sent.get('state')!, iss: issuer.url }).toString();
    expect((await completeLogin(settings, { query, cookie: cookie.value, now })).returnTo).toBe('/arbete');
  });
});

describe('what comes back to another browser, or late', () => {
  it.each<[string, string | undefined]>([
    ['without the cookie', undefined],
    ['with an empty cookie', ''],
    ['with a cookie that was set before by somebody else', createSealer(randomBytes(32)).seal('login', { state: 's' })],
  ])('%s is refused', async (_, cookie) => {
    const { complete } = await begun();
    await expect(complete({ cookie })).rejects.toMatchObject({ refusal: 'not-begun-here' });
  });

  it('with the cookie of a session in place of the login’s is refused', async () => {
    const { complete } = await begun();
    const cookie = (await complete()).cookies[0]!.value;
    await expect(complete({ cookie })).rejects.toMatchObject({ refusal: 'not-begun-here' });
  });

  it('with the cookie of another login is refused', async () => {
    const { cookie } = await begun();
    const { complete } = await begun();
    await expect(complete({ cookie: cookie.value })).rejects.toMatchObject({ refusal: 'answer-not-valid' });
  });

  it('after a quarter of an hour is refused', async () => {
    const { complete } = await begun();
    await expect(complete({ now: now + 15 * 60_000 })).rejects.toMatchObject({ refusal: 'too-late' });
  });
});

describe('an answer of the issuer', () => {
  it.each<[string, (back: URLSearchParams) => void]>([
    ['without state', (back) => back.delete('state')],
    ['with another state', (back) => back.set('state', 'x'.repeat(43))],
    ['with two states', (back) => back.append('state', 'x')],
    ['without a code', (back) => back.delete('code')],
    ['with two codes', (back) => back.append('code', 'd')],
    ['that names another issuer (mix-up)', (back) => back.set('iss', 'https://evil.example')],
    ['that names no issuer', (back) => back.delete('iss')],
    ['with a token in it', (back) => back.set('id_token', 'a.b.c')],
  ])('%s is refused', async (_, spoil) => {
    const { back, complete } = await begun();
    spoil(back);
    await expect(complete({ query: back.toString() })).rejects.toThrow(LoginRefused);
  });

  it('that says no is told as such, and its words go no further', async () => {
    const { back, complete } = await begun();
    const query = new URLSearchParams({
      state: back.get('state')!,
      iss: issuer.url,
      error: 'access_denied',
      error_description: '<script>',
    });
    const refused = complete({ query: query.toString() });
    await expect(refused).rejects.toMatchObject({ refusal: 'denied', message: 'Login refused: denied' });
  });
});

describe('an ID token', () => {
  it.each<[string, Record<string, unknown>]>([
    ['another nonce', { nonce: 'x' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'other' }],
    ['several audiences and another authorized party', { aud: ['synpunkter', 'other'], azp: 'other' }],
    ['several audiences and no authorized party', { aud: ['synpunkter', 'other'] }],
    ['one audience and another authorized party', { azp: 'other' }],
    ['an authorized party that is empty', { azp: '' }],
    ['no audience', { aud: undefined }],
    ['an end that has passed', { exp: seconds - 65 }],
    ['no end', { exp: undefined }],
    ['no time of issue', { iat: undefined }],
    ['a time of issue that is to come', { iat: seconds + 120 }],
    ['a time of issue hours ahead, and an end after it', { iat: seconds + 7200, exp: seconds + 7500 }],
    ['a beginning that is to come', { nbf: seconds + 300 }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject that is no text', { sub: ['hanna'] }],
  ])('with %s is refused', async (_, lies) => {
    const { complete } = await begun();
    Object.assign(issuer.claims, lies);
    await expect(complete()).rejects.toMatchObject({ refusal: 'answer-not-valid' });
  });

  it.each<[string, (claims: Record<string, unknown>) => Promise<string> | string]>([
    ['without a signature', (claims) => new UnsecuredJWT(claims).encode()],
    ['signed with the public key as a shared secret', (claims) => signShared(claims, issuer.publicPem)],
    ['signed by another key under the right name', (claims) => issuer.signWithAnotherKey(claims)],
    ['signed by a key that is not known', (claims) => issuer.signWithAnotherKey(claims, { kid: 'unknown' })],
    ['with an empty signature', async (claims) => (await issuer.sign(claims)).replace(/[^.]+$/, '')],
    ['that is no token', () => 'x'],
  ])('%s is refused', async (_, forge) => {
    const { complete } = await begun();
    issuer.forge = forge;
    await expect(complete()).rejects.toMatchObject({ refusal: 'answer-not-valid' });
  });

  it.each([
    ['one that was given by its own client', { azp: 'synpunkter' }],
    ['one of a clock that is a little ahead', { iat: seconds + 30 }],
  ])('is taken: %s', async (_, claims) => {
    const { complete } = await begun();
    Object.assign(issuer.claims, claims);
    expect((await complete()).identity.subject).toBe('hanna');
  });

  it('of a person who proved the identity longer ago than a session may live, or than is set, is refused', async () => {
    const day = 8 * 3600;
    for (const [more, oldest] of [
      [{}, day],
      [{ maxAge: 900 }, 900],
    ] as const) {
      const { sent, complete } = await begun(more);
      expect(sent.get('max_age')).toBe(String(oldest));
      for (const wrong of [seconds - oldest - 120, seconds + 120, 'yesterday']) {
        issuer.claims['auth_time'] = wrong;
        await expect(complete()).rejects.toThrow(LoginRefused);
      }
      issuer.claims['auth_time'] = seconds - oldest + 60;
      expect((await complete()).identity.subject).toBe('hanna');
    }
  });

  it('of a weaker login than demanded is refused, and the demand is made known', async () => {
    const strict = { acceptedAcr: ['loa3', 'loa4'] };
    const { sent, complete } = await begun(strict);
    expect(sent.get('acr_values')).toBe('loa3 loa4');
    await expect(complete()).rejects.toMatchObject({ refusal: 'too-weak' });
    issuer.claims['acr'] = 'loa2';
    await expect(complete()).rejects.toMatchObject({ refusal: 'too-weak' });
    issuer.claims['acr'] = 'loa4';
    expect((await complete()).identity.subject).toBe('hanna');
  });

  it('may be up to a minute late or early, as clocks are', async () => {
    const { complete } = await begun();
    Object.assign(issuer.claims, { exp: seconds - 30, nbf: seconds + 30 });
    expect((await complete()).identity.subject).toBe('hanna');
  });

  it('signed by a new key of the issuer is taken, once our copy of its keys is a minute old', async () => {
    const first = await begun();
    await first.complete();
    await issuer.rotate();
    const aMinuteLater = Date.now() + 61_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(aMinuteLater);
    const { complete } = await begun();
    expect((await complete()).identity.subject).toBe('hanna');
    clock.mockRestore();
  });
});

describe('when the issuer is away', () => {
  it.each(['/.well-known/openid-configuration', '/token'])('at %s, the page can say so', async (path) => {
    const connected = { issuer: connectIssuer({ issuer: issuer.url, clientId: 'synpunkter' }) };
    issuer.broken.set(path, 503);
    const attempt = async () => (await begun(connected)).complete();
    await expect(attempt()).rejects.toThrow(IssuerUnavailable);
    issuer.broken.clear();
    expect((await attempt()).identity.subject).toBe('hanna');
  });

  it('and nobody listens, the page can say so', async () => {
    const gone = await startLyingIssuer();
    await gone.close();
    const login = beginLogin({ ...settings, issuer: connectIssuer({ issuer: gone.url, clientId: 'c' }) }, { returnTo: '/', now });
    await expect(login).rejects.toThrow(IssuerUnavailable);
  });
});

const signShared = (claims: Record<string, unknown>, secret: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(new TextEncoder().encode(secret));
