import { type Mac } from '../ids/mac.js';
import { personIdOf } from '../people/person-id.js';
import { knownGroups, type RoleClaims } from '../people/role-claims.js';

/** Who the issuer says somebody is. Only `personId` may leave for log and metadata; the rest is personal data. */
export interface Identity {
  readonly personId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  readonly emailVerified: boolean;
  /** Only groups that the organisation gave a meaning. */
  readonly groups: readonly string[];
}

/** The claims of a token whose signature, issuer, audience and time were found right. */
export interface TrustedClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

const longestName = 200;
const longestEmail = 254;

export function identityOf(claims: TrustedClaims, { mac, roleClaims }: { mac: Mac; roleClaims?: RoleClaims | undefined }): Identity {
  const email = textOf(claims['email'], longestEmail);
  return {
    personId: personIdOf(claims.iss, claims.sub, mac),
    issuer: claims.iss,
    subject: claims.sub,
    name: textOf(claims['name'], longestName) ?? textOf(claims['preferred_username'], longestName) ?? claims.sub,
    ...(email === undefined ? {} : { email }),
    emailVerified: email !== undefined && claims['email_verified'] === true,
    groups: knownGroups(claims, roleClaims),
  };
}

/** One line of text without characters that steer a terminal or a page, or that no text may hold; undefined if nothing remains. */
function textOf(claim: unknown, longest: number): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const text = Array.from(claim.normalize('NFC').replace(/\p{C}/gu, '').trim());
  return text.length === 0 ? undefined : text.slice(0, longest).join('');
}
