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

const longestSubject = 255; // OpenID Connect Core, section 2
const longestName = 200;
const longestEmail = 254;

/** Claims of a token whose signature, issuer, audience and time were found right; undefined if they name nobody. */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  { mac, roleClaims }: { readonly mac: Mac; readonly roleClaims?: RoleClaims | undefined },
): Identity | undefined {
  const { iss: issuer, sub: subject } = claims;
  if (typeof issuer !== 'string' || typeof subject !== 'string' || subject === '' || subject.length > longestSubject) return undefined;
  const email = textOf(claims['email'], longestEmail);
  return {
    personId: personIdOf(issuer, subject, mac),
    issuer,
    subject,
    name: textOf(claims['name'], longestName) ?? textOf(claims['preferred_username'], longestName) ?? subject,
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
