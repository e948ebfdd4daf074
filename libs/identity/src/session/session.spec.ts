import { createHmac, randomBytes } from 'node:crypto';
import { emptyDirectory, evolveDirectory } from '../people/directory.js';
import { type SignedOut } from '../people/person-events.js';
import { personStream } from '../people/person-id.js';
import { clearCookie, cookieName, makeCookie } from './cookies.js';
import { formToken, isFormToken } from './form-token.js';
import { localPath } from './local-path.js';
import { sameOrigin } from './same-origin.js';
import { createSealer } from './sealer.js';
import { endSessions, readSession, type Session, sessionCookie } from './session.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const settings = { sealer: createSealer(randomBytes(32)), publicUrl: 'https://synpunkter.example' };
const start = Date.parse('2026-11-22T08:00:00.000Z');
const minute = 60_000;
const session: Session = {
  sessionId: '5b0c0f5e-7f55-4d5e-9f0e-6a2a3c1d9b41',
  issuer: 'https://login.example',
  subject: 'hanna',
  personId: 'p',
  name: 'Hanna',
  groups: [],
  authenticatedAt: start,
  startedAt: start,
  usedAt: start,
};
const cookie = sessionCookie(settings, session).value;
const at = (now: number, value = cookie, directory = emptyDirectory) => readSession(settings, value, { now, directory });
const after = (events: readonly SignedOut[], recordedAt: number) =>
  events.reduce(
    (directory, event, revision) =>
      evolveDirectory(directory, {
        ...event,
        stream: personStream('p'),
        revision,
        metadata: { recordedAt: new Date(recordedAt).toISOString() },
      }),
    emptyDirectory,
  );
const other = (startedAt: number) => sessionCookie(settings, { ...session, sessionId: 'other', startedAt, usedAt: startedAt }).value;

describe('a session', () => {
  it('is read from its cookie', () => {
    expect(at(start + minute)).toEqual({ session });
  });

  it('is sealed anew when it is used after a while, and so lives on', () => {
    const renewed = at(start + 50 * minute)?.renewed;
    expect(at(start + 100 * minute, renewed?.value)?.session).toMatchObject({ startedAt: start, usedAt: start + 50 * minute });
  });

  it('is over when it was not used for an hour', () => {
    expect(at(start + 60 * minute - 1)).toBeDefined();
    expect(at(start + 60 * minute)).toBeUndefined();
  });

  it('is over after eight hours, however busy', () => {
    const busy = sessionCookie(settings, { ...session, usedAt: start + 479 * minute }).value;
    expect(at(start + 480 * minute - 1, busy)).toBeDefined();
    expect(at(start + 480 * minute, busy)).toBeUndefined();
  });

  it('is dead on every node that has read of the sign-out, and every other of the person with it, unless it began later', () => {
    const directory = after(endSessions(session), start + minute);
    expect(at(start + 2 * minute, cookie, directory)).toBeUndefined();
    expect(at(start + 2 * minute, other(start), directory)).toBeUndefined();
    expect(at(start + 3 * minute, other(start + 2 * minute), directory)).toBeDefined();
  });

  it('that was signed out while the clock was a year ahead is dead, and keeps nobody from beginning another', () => {
    const directory = after(endSessions(session), start + 365 * 24 * 60 * minute);
    expect(at(start + 2 * minute, cookie, directory)).toBeUndefined();
    expect(at(start + 2 * minute, other(start + minute), directory)).toBeDefined();
  });

  it('that began by a clock that was ahead is over', () => {
    expect(at(start, other(start + 2 * minute))).toBeUndefined();
  });

  it('is not read from a cookie that was changed in any bit, sealed for another purpose or by another key', () => {
    const bytes = Buffer.from(cookie, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(at(start, changed.toString('base64url'))).toBeUndefined();
    }
    expect(at(start, settings.sealer.seal('login', session))).toBeUndefined();
    expect(at(start, createSealer(randomBytes(32)).seal('session', session))).toBeUndefined();
  });

  it.each(['', 'x', '%00', '{}', 'A'.repeat(100_000)])('is not read from %p', (value) => {
    expect(at(start, value.slice(0, 100_000))).toBeUndefined();
  });

  it('never seals to the same text, and says nothing of what is in it', () => {
    expect(sessionCookie(settings, session).value).not.toBe(cookie);
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain('Hanna');
  });
});

describe('a cookie', () => {
  it('is bound to this host over https, out of reach of scripts and of other sites’ posts', () => {
    expect(makeCookie('session', 'v', 'https://a.example')).toEqual({
      name: '__Host-synpunkter-session',
      value: 'v',
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
    });
    expect(clearCookie('login', 'https://a.example')).toMatchObject({ value: '', options: { maxAge: 0, path: '/', secure: true } });
  });

  it('has a plain name over plain http, where browsers refuse the other', () => {
    expect(cookieName('session', 'http://127.0.0.1:3000')).toBe('synpunkter-session');
  });
});

describe('a form token', () => {
  it('is that of its session and of no other', () => {
    const token = formToken('one', mac);
    expect(isFormToken(token, 'one', mac)).toBe(true);
    for (const sent of [formToken('two', mac), '', token.slice(1), `${token}x`, undefined, [token], 7])
      expect(isFormToken(sent, 'one', mac)).toBe(false);
  });
});

describe('a request that changes something', () => {
  const own = 'https://synpunkter.example/base';
  it.each([
    [{ origin: 'https://synpunkter.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://synpunkter.example' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{}, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'null', 'sec-fetch-site': 'none' }, false],
    [{ origin: 'http://synpunkter.example' }, false],
    [{ origin: 'https://synpunkter.example', 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': ['same-origin', 'cross-site'] }, false],
  ])('with the headers %j is ours: %p', (headers, ours) => {
    expect(sameOrigin(headers, own)).toBe(ours);
  });
});

describe('where to go after login', () => {
  it.each(['/arbete', '/arbete/arenden/1?sida=2&q=%C3%A5#x'])('may be %s', (path) => {
    expect(localPath(path, '/')).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\evil',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=y',
    '/\t/evil.example',
    '',
    'arbete',
    `/${'a'.repeat(3000)}`,
    ['/arbete'],
    undefined,
  ])('is the default for %p', (asked) => {
    expect(localPath(asked, '/arbete')).toBe('/arbete');
  });
});
