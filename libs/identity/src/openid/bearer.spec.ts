import { createHmac } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { bearerToken, bearerVerifier } from './bearer.js';
import { connectIssuer } from './issuer.js';
import { honestly, type LyingIssuer, startLyingIssuer } from './lying-issuer.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const audience = 'https://synpunkter.example/api/v1';
const now = Math.floor(Date.now() / 1000);
let issuer: LyingIssuer;
let verify: ReturnType<typeof bearerVerifier>;

const settings = () => ({ issuer: connectIssuer({ issuer: issuer.url, clientId: 'synpunkter' }), audience, mac });
const claims = (lies: Record<string, unknown> = {}) => honestly(issuer.url, { aud: audience, ...lies });

beforeAll(async () => {
  issuer = await startLyingIssuer();
  verify = bearerVerifier(settings());
});
afterAll(() => issuer.close());

describe('an access token', () => {
  it.each([undefined, 'at+jwt', 'application/at+jwt', 'AT+JWT', 'JWT'])('of the type %p is taken', async (typ) => {
    expect(await verify(await issuer.sign(claims(), typ ? { typ } : {}))).toMatchObject({
      subject: 'hanna',
      issuer: issuer.url,
      name: 'Hanna',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'https://other.example/api' }],
    ['our client id as audience, which makes it an ID token', { aud: 'synpunkter' }],
    ['no audience', { aud: undefined }],
    ['no subject', { sub: undefined }],
    ['a subject that is no text', { sub: 7 }],
    ['an end that has passed', { exp: now - 65 }],
    ['no end', { exp: undefined }],
    ['an end that is no number', { exp: '9999999999' }],
    ['a beginning that is to come', { nbf: now + 90 }],
    ['no time of issue', { iat: undefined }],
    ['a time of issue that is to come', { iat: now + 120 }],
    ['a time of issue hours ahead, and an end after it', { iat: now + 7200, exp: now + 7500 }],
    ['a time of issue that is no number', { iat: 'now' }],
  ])('with %s is invalid', async (_, lies) => {
    expect(await verify(await issuer.sign(claims(lies), { typ: 'at+jwt' }))).toBe('invalid');
  });

  it('may be up to a minute late or early, as clocks are', async () => {
    expect(await verify(await issuer.sign(claims({ iat: now + 30, exp: now - 30, nbf: now + 30 })))).toMatchObject({ subject: 'hanna' });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['without a signature', () => new UnsecuredJWT(claims()).encode()],
    ['with an empty signature', async () => (await issuer.sign(claims())).replace(/[^.]+$/, '')],
    ['signed with the public key as a shared secret', () => signShared(issuer.publicPem)],
    ['signed by another key under our key’s name', () => issuer.signWithAnotherKey(claims())],
    ['signed by a key that is not known', () => issuer.signWithAnotherKey(claims(), { kid: 'unknown' })],
    ['that was changed', async () => swapPayload(await issuer.sign(claims()), claims({ sub: 'amira' }))],
    ['of the type of a logout token', () => issuer.sign(claims(), { typ: 'logout+jwt' })],
    ['of a strange type', () => issuer.sign(claims(), { typ: 'dpop+jwt' })],
    ['with a critical header that we do not know', () => issuer.sign(claims(), { crit: ['x'], x: 1 }).catch(() => 'a.b.c')],
    ['that is no token', () => 'x'],
    ['that is nothing', () => ''],
    ['that is huge', () => 'x'.repeat(1_000_000)],
  ])('%s is invalid', async (_, token) => {
    expect(await verify(await token())).toBe('invalid');
  });

  it('of a weaker login than demanded is invalid', async () => {
    const strict = bearerVerifier({ ...settings(), acceptedAcr: ['loa3'] });
    expect(await strict(await issuer.sign(claims({ acr: 'loa2' })))).toBe('invalid');
    expect(await strict(await issuer.sign(claims()))).toBe('invalid');
    expect(await strict(await issuer.sign(claims({ acr: 'loa3' })))).toMatchObject({ subject: 'hanna' });
  });

  it('cannot be meant for our client id', () => {
    expect(() => bearerVerifier({ ...settings(), audience: 'synpunkter' })).toThrow(TypeError);
  });
});

describe('when the issuer is away', () => {
  it.each([
    ['/jwks', 500],
    ['/jwks', 404],
    ['/.well-known/openid-configuration', 503],
  ])('and %s answers %i, nobody can say, and the next request asks anew', async (path, status) => {
    const fresh = bearerVerifier(settings());
    const token = await issuer.sign(claims());
    issuer.broken.set(path, status);
    expect(await fresh(token)).toBe('unavailable');
    issuer.broken.clear();
    expect(await fresh(token)).toMatchObject({ subject: 'hanna' });
  });

  it('and nobody listens, nobody can say', async () => {
    const gone = await startLyingIssuer();
    await gone.close();
    const fresh = bearerVerifier({ ...settings(), issuer: connectIssuer({ issuer: gone.url, clientId: 'synpunkter' }) });
    expect(await fresh(await issuer.sign(claims()))).toBe('unavailable');
  });

  it('the keys that are known go on serving', async () => {
    const known = bearerVerifier(settings());
    const token = await issuer.sign(claims());
    await known(token);
    issuer.broken.set('/jwks', 500);
    expect(await known(token)).toMatchObject({ subject: 'hanna' });
    issuer.broken.clear();
  });
});

describe('an issuer', () => {
  it.each(['http://login.example', 'http://127.0.0.1.evil.example', 'ftp://127.0.0.1'])('at %s is not trusted', (address) => {
    expect(() => connectIssuer({ issuer: address, clientId: 'c' })).toThrow(TypeError);
  });
});

describe('an Authorization header', () => {
  it.each([
    ['Bearer abc.def.ghi', 'abc.def.ghi'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    ['Bearer a,b', undefined],
    [undefined, undefined],
  ])('%p carries %p', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});

const signShared = (secret: string) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(new TextEncoder().encode(secret));

function swapPayload(token: string, payload: object): string {
  const [header = '', , signature = ''] = token.split('.');
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}
