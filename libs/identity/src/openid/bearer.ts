import type { JWTVerifyGetKey, JWTVerifyResult } from 'jose';
import { type Mac } from '../ids/mac.js';
import { type RoleClaims } from '../people/role-claims.js';
import { clockTolerance, wasIssued } from './claimed-times.js';
import { type Identity, identityOf } from './identity.js';
import { type Issuer, IssuerUnavailable } from './issuer.js';
import { isStrongEnough } from './login.js';

/** Which access tokens the API takes. */
export interface BearerSettings {
  readonly issuer: Issuer;
  /** What a token must be made for; never our client id, or an ID token would pass. */
  readonly audience: string;
  readonly mac: Mac;
  readonly acceptedAcr?: readonly string[];
  readonly roleClaims?: RoleClaims;
}

/** Signatures by a key that only the issuer has; neither `none` nor anything with a shared secret. */
const algorithms = ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];
const longestToken = 16_384;

/**
 * Who an access token stands for (RFC 9068). `invalid` is told as 401 without saying why; `unavailable` as 503: nobody
 * can say whether the token is right until the issuer's keys can be fetched.
 * @throws TypeError if the audience is the client id
 */
export function bearerVerifier(settings: BearerSettings): (token: string) => Promise<Identity | 'invalid' | 'unavailable'> {
  if (settings.audience === settings.issuer.clientId) throw new TypeError('The audience of the API must differ from the client id');
  return async (token) => {
    if (token.length > longestToken) return 'invalid';
    try {
      const { payload, protectedHeader } = await verify(token, await settings.issuer.keys(), settings);
      if (!wasIssued(payload, Date.now()) || !isAccessToken(protectedHeader.typ)) return 'invalid';
      if (!isStrongEnough(payload['acr'], settings.acceptedAcr)) return 'invalid';
      return identityOf(payload, settings) ?? 'invalid';
    } catch (error) {
      return judge(error);
    }
  };
}

/** The token of an `Authorization: Bearer …` header; undefined if it is another scheme or malformed. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}

async function verify(token: string, keys: JWTVerifyGetKey, { issuer, audience }: BearerSettings): Promise<JWTVerifyResult> {
  const { jwtVerify } = await import('jose');
  return jwtVerify(token, keys, { issuer: issuer.url, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub', 'iat'] });
}

/** Many issuers call an access token `JWT` or nothing; what else they sign, as `logout+jwt`, has a type of its own. */
function isAccessToken(typ: string | undefined): boolean {
  return [undefined, 'jwt', 'at+jwt', 'application/at+jwt'].includes(typ?.toLowerCase());
}

async function judge(error: unknown): Promise<'invalid' | 'unavailable'> {
  const { errors } = await import('jose');
  if (error instanceof IssuerUnavailable || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid)
    return 'unavailable';
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return 'invalid';
  return 'unavailable'; // `fetch failed`, or the issuer answered with something else than its keys
}
