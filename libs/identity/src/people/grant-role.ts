import { type Grant } from '../policy/caller.js';
import { type Person } from './directory.js';
import { holds, overlaps } from './grants.js';
import { type RoleGranted, type RoleRevoked } from './person-events.js';

/** Grants a role to a person or an invitation, whether or not anybody ever logged in under it; `[]` if it is held already. */
export function grantRole(person: Person | undefined, grant: Grant): readonly RoleGranted[] {
  return holds(person?.grants ?? [], grant) ? [] : [{ type: 'RoleGranted', data: grant }];
}

/**
 * Takes a role from a person or an invitation, for boards by name or, with `all`, altogether; `[]` if there is nothing to
 * take. What a role held for `all` gives at one board cannot be taken alone.
 */
export function revokeRole(person: Person | undefined, grant: Grant): readonly RoleRevoked[] {
  return overlaps(person?.grants ?? [], grant) ? [{ type: 'RoleRevoked', data: grant }] : [];
}
