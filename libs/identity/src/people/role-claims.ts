import { type Grant } from '../policy/caller.js';

/** Roles that the authority's issuer gives by group, from the organisation folder. Each group name gives one grant. */
export interface RoleClaims {
  /** The claim that lists the groups, as in `groups`; in the ID token for pages and in the access token for the API. */
  readonly claim: string;
  readonly grants: Readonly<Record<string, Grant>>;
}

/** No person is in more groups than this at a sane issuer; what comes after is not looked at. */
const mostGroups = 1000;

/** The groups of a token that mean something here; all others are forgotten at once, however many or strange. */
export function knownGroups(claims: Readonly<Record<string, unknown>>, roleClaims: RoleClaims | undefined): readonly string[] {
  if (!roleClaims) return [];
  const claimed = claims[roleClaims.claim];
  const groups: readonly unknown[] = Array.isArray(claimed) ? claimed.slice(0, mostGroups) : [claimed];
  const known = groups.filter((group): group is string => typeof group === 'string' && Object.hasOwn(roleClaims.grants, group));
  return [...new Set(known)];
}

/** What the groups give now: the mapping is looked up at each request, the groups are those of the login. */
export function grantsOfGroups(groups: readonly string[], roleClaims: RoleClaims | undefined): readonly Grant[] {
  return groups.flatMap((group) => (roleClaims && Object.hasOwn(roleClaims.grants, group) ? (roleClaims.grants[group] ?? []) : []));
}
