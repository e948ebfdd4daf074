import { type Directory } from '../people/directory.js';
import { everySession, type SignedOut } from '../people/person-events.js';
import { clearCookie, type Cookie, makeCookie } from './cookies.js';
import { type Sealer } from './sealer.js';
import { renewAfter, sessionLife } from './session-life.js';

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
  if (!session || isOver(session, now) || isSignedOut(session, directory)) return undefined;
  if (now - session.usedAt < renewAfter) return { session };
  return { session, renewed: sessionCookie(settings, { ...session, usedAt: now }) };
}

/** What signing out appends to the person's stream, and the cookie that clears the browser. */
export function endSession({ publicUrl }: SessionSettings, session: Session): { readonly event: SignedOut; readonly cookie: Cookie } {
  return { event: { type: 'SignedOut', data: { session: session.sessionId } }, cookie: clearCookie('session', publicUrl) };
}

/** Ends every session of a person that began before now, as when the issuer says so or an account was stolen. */
export function endEverySession(): SignedOut {
  return { type: 'SignedOut', data: { session: everySession } };
}

function isOver({ startedAt, usedAt }: Session, now: number): boolean {
  return now - startedAt >= sessionLife.absolute || now - usedAt >= sessionLife.idle;
}

function isSignedOut({ personId, sessionId, startedAt }: Session, directory: Directory): boolean {
  const signedOut = directory.get(personId)?.signedOut ?? [];
  return signedOut.some(({ session, at }) => session === sessionId || (session === everySession && startedAt <= Date.parse(at)));
}
