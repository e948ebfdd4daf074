import { randomUUID } from 'node:crypto';
import type { IDToken } from 'openid-client';
import { type Mac } from '../ids/mac.js';
import { type RoleClaims } from '../people/role-claims.js';
import { clearCookie, type Cookie, makeCookie } from '../session/cookies.js';
import { localPath } from '../session/local-path.js';
import { type Session, sessionCookie, type SessionSettings } from '../session/session.js';
import { loginLife, sessionLife } from '../session/session-life.js';
import { isProvedLately, wasIssued } from './claimed-times.js';
import { type Identity, identityOf } from './identity.js';
import { type Issuer } from './issuer.js';
import { loginRefusal, LoginRefused } from './login-refused.js';

/** How pages log the staff in. */
export interface LoginSettings extends SessionSettings {
  readonly issuer: Issuer;
  /** Where the issuer sends the browser back, under `publicUrl`; registered at the issuer. */
  readonly redirectUri: string;
  readonly mac: Mac;
  /** Default `openid profile email`. */
  readonly scope?: string;
  /** The strengths of login that will do, as in `http://id.elegnamnden.se/loa/1.0/loa3`. Default: whatever the issuer demands. */
  readonly acceptedAcr?: readonly string[];
  /** How many seconds ago the person may have proved the identity, where the issuer says when. Default: as long as a session may live. */
  readonly maxAge?: number;
  readonly roleClaims?: RoleClaims;
}

const usualMaxAge = sessionLife.absolute / 1000;

/** What is kept in a sealed cookie while the person is at the issuer. */
interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  readonly begunAt: number;
}

/**
 * Sends the browser to the issuer: authorization code with PKCE S256, state and nonce. `now` in epoch milliseconds;
 * `returnTo` as the request asked, trusted or not.
 * @throws IssuerUnavailable
 */
export async function beginLogin(
  { issuer, redirectUri, sealer, publicUrl, scope = 'openid profile email', acceptedAcr, maxAge = usualMaxAge }: LoginSettings,
  { returnTo, now }: { readonly returnTo: unknown; readonly now: number },
): Promise<{ readonly location: string; readonly cookie: Cookie }> {
  const openid = await import('openid-client');
  const pending: PendingLogin = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier: openid.randomPKCECodeVerifier(),
    returnTo: localPath(returnTo, '/arbete'),
    begunAt: now,
  };
  const location = openid.buildAuthorizationUrl(await issuer.configuration(), {
    redirect_uri: redirectUri,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    max_age: String(maxAge),
    ...(acceptedAcr ? { acr_values: acceptedAcr.join(' ') } : {}),
  });
  return { location: location.href, cookie: makeCookie('login', sealer.seal('login', pending), publicUrl) };
}

export interface CompletedLogin {
  /** For `recognise`, before the first page is shown. */
  readonly identity: Identity;
  readonly session: Session;
  /** The session's cookie, new, and the removal of the pending login's. */
  readonly cookies: readonly Cookie[];
  /** A path on this site. */
  readonly returnTo: string;
}

/**
 * Takes the browser back from the issuer. `query` is the part of the address after the question mark, `cookie` the
 * pending login's; the time of the tokens themselves is judged by the machine's clock, with 60 seconds of tolerance.
 * @throws LoginRefused in every case but one
 * @throws IssuerUnavailable
 */
export async function completeLogin(
  settings: LoginSettings,
  { query, cookie, now }: { readonly query: string; readonly cookie: string | undefined; readonly now: number },
): Promise<CompletedLogin> {
  const pending = pendingLogin(settings, cookie, now);
  const claims = await exchange(settings, pending, new URL(`?${query}`, settings.redirectUri));
  if (!isForUs(claims, settings) || !wasIssued(claims, Date.now())) throw new LoginRefused('answer-not-valid');
  if (!isProvedLately(claims.auth_time, settings.maxAge ?? usualMaxAge, Date.now())) throw new LoginRefused('proved-too-long-ago');
  if (!isStrongEnough(claims['acr'], settings.acceptedAcr)) throw new LoginRefused('too-weak');
  const identity = identityOf(claims, settings);
  if (!identity) throw new LoginRefused('answer-not-valid');
  const session = begin(identity, claims.auth_time, now);
  return {
    identity,
    session,
    cookies: [sessionCookie(settings, session), clearCookie('login', settings.publicUrl)],
    returnTo: pending.returnTo,
  };
}

/** Whether a login was as strong as the organisation demands; all ways in ask the same (ASVS 5.0, 6.3.4 and 6.8.4). */
export function isStrongEnough(acr: unknown, accepted: readonly string[] | undefined): boolean {
  return accepted === undefined || (typeof acr === 'string' && accepted.includes(acr));
}

/** A token that was made for another client of the issuer, and only shown to us, is nobody's login here. */
const isForUs = ({ azp }: IDToken, { issuer }: LoginSettings): boolean => azp === undefined || azp === issuer.clientId;

function pendingLogin({ sealer }: LoginSettings, cookie: string | undefined, now: number): PendingLogin {
  const pending = cookie === undefined ? undefined : (sealer.open('login', cookie) as PendingLogin | undefined);
  if (!pending) throw new LoginRefused('not-begun-here');
  if (now - pending.begunAt >= loginLife) throw new LoginRefused('too-late');
  return pending;
}

async function exchange({ issuer }: LoginSettings, { state, nonce, codeVerifier }: PendingLogin, url: URL): Promise<IDToken> {
  const openid = await import('openid-client');
  const configuration = await issuer.configuration();
  try {
    const checks = { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const claims = (await openid.authorizationCodeGrant(configuration, url, checks)).claims();
    if (!claims) throw new LoginRefused('answer-not-valid');
    return claims;
  } catch (error) {
    throw await loginRefusal(error);
  }
}

function begin({ issuer, subject, personId, name, groups }: Identity, authTime: number | undefined, now: number): Session {
  const authenticatedAt = authTime === undefined ? now : authTime * 1000;
  return { sessionId: randomUUID(), issuer, subject, personId, name, groups, authenticatedAt, startedAt: now, usedAt: now };
}
