import { type StaffCaller } from '../policy/caller.js';
import { type Directory, grantsOf } from './directory.js';
import { grantsOfGroups, type RoleClaims } from './role-claims.js';

/** The caller that a session or a token stands for, with the rights of this moment. */
export function staffCaller(
  directory: Directory,
  { personId, name, groups }: { readonly personId: string; readonly name: string; readonly groups: readonly string[] },
  roleClaims?: RoleClaims,
): StaffCaller {
  return { kind: 'staff', personId, name, grants: [...grantsOf(directory, personId), ...grantsOfGroups(groups, roleClaims)] };
}
