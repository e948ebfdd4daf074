import { type Directory } from '../people/directory.js';
import { everySession, type SignedOut } from '../people/person-events.js';
import { clearCookie, type Cookie, makeCookie } from './cookies.js';
import { type Sealer } from './sealer.js';
import { clockTolerance, renewAfter, sessionLife } from './session-life.js';

/** A login that lasts. Lives in a sealed cookie and nowhere else; roles are not in it, so a lost right is lost at once. */
export interface Session {
  /** Names the session in `SignedOut` and in form tokens; new at each login, no secret by itself. */
  readonly sessionId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly personId: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** When the issuer last saw the person prove the identity, in epoch milliseconds. */
  readonly authenticatedAt: number;
  readonly startedAt: number;
  readonly usedAt: number;
}

export interface SessionSettings {
  readonly sealer: Sealer;
  readonly publicUrl: string;
}

export interface LivingSession {
  readonly session: Session;
  /** To be set with the answer, now and then, so that the idle limit counts from the last use. */
  readonly renewed?: Cookie;
}

/** The cookie of a session that begins or was used. */
export function sessionCookie({ sealer, publicUrl }: SessionSettings, session: Session): Cookie {
  return makeCookie('session', sealer.seal('session', session), publicUrl);
}

/**
 * The session that a cookie carries, if it lives: sealed by us, neither too old nor unused too long, and not signed out
 * on any node as far as this one has followed the log. `now` in epoch milliseconds.
 */
export function readSession(
  settings: SessionSettings,
  cookie: string | undefined,
  { now, directory }: { readonly now: number; readonly directory: Directory },
): LivingSession | undefined {
  if (cookie === undefined) return undefined;
  // What opens under the key for sessions was sealed by `sessionCookie`: its shape needs no further check.
  const session = settings.sealer.open('session', cookie) as Session | undefined;
  if (!session || isOver(session, now) || isSignedOut(session, { now, directory })) return undefined;
  if (now - session.usedAt < renewAfter) return { session };
  return { session, renewed: sessionCookie(settings, { ...session, usedAt: now }) };
}

/**
 * What signing out appends to the person's stream: it ends every session that the person has begun, in whatever browser, and this one by name, so
 * that it is over whatever the clock said.
 */
export const endSessions = ({ sessionId }: Pick<Session, 'sessionId'>): readonly SignedOut[] => [
  { type: 'SignedOut', data: { session: everySession } },
  { type: 'SignedOut', data: { session: sessionId } },
];

/** The cookie that clears the browser of a session. */
export const sessionOver = ({ publicUrl }: SessionSettings): Cookie => clearCookie('session', publicUrl);

/**
 * Whether a session was signed out on any node, as far as this one has followed the log. What was recorded by a clock that was ahead ends no
 * other session: else nobody could sign in until that time has come.
 */
export function isSignedOut(
  { personId, sessionId, startedAt }: Pick<Session, 'personId' | 'sessionId' | 'startedAt'>,
  { now, directory }: { readonly now: number; readonly directory: Directory },
): boolean {
  const signedOut = directory.get(personId)?.signedOut ?? [];
  const endsAll = (at: number) => startedAt <= at && at <= now;
  return signedOut.some(({ session, at }) => session === sessionId || (session === everySession && endsAll(Date.parse(at))));
}

function isOver({ startedAt, usedAt }: Session, now: number): boolean {
  return startedAt - now >= clockTolerance || now - startedAt >= sessionLife.absolute || now - usedAt >= sessionLife.idle;
}
