import { type Caller, type Role } from '../policy/caller.js';
import { type Directory, grantsOf, peopleWho } from './directory.js';

/** Somebody who may do a thing, and the roles by which they may. */
export interface Entitled {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** Everybody of the staff who may do a thing, by what the log says of their rights. What groups of the issuer give shows only when somebody asks. */
export function entitledTo(directory: Directory, may: (caller: Caller) => boolean): readonly Entitled[] {
  return peopleWho(directory, may).map((personId) => {
    const held = grantsOf(directory, personId).filter((grant) => may({ kind: 'staff', personId, name: '', grants: [grant] }));
    return { personId, roles: [...new Set(held.map(({ role }) => role))] };
  });
}
