import { type CaseSubject } from '../policy/actions.js';
import { type Role } from '../policy/caller.js';
import { allow } from '../policy/policy.js';
import { type Directory, grantsOf, peopleWho } from './directory.js';

/** Somebody who may read a case, and what they are at the board that has it. */
export interface Reader {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** What they are at the board that it is offered to, where it is. */
  readonly offeredRoles?: readonly Role[];
}

/** Everybody of the staff who may read a case, by what the log says of their rights. What groups of the issuer give shows only when somebody asks. */
export function readersOf(directory: Directory, subject: CaseSubject): readonly Reader[] {
  const may = peopleWho(directory, (caller) => allow(caller, 'read-case', subject) === 'allowed');
  const { offeredTo } = subject;
  return may.map((personId) => ({
    personId,
    roles: rolesAt(directory, personId, subject),
    ...(offeredTo !== undefined && { offeredRoles: rolesAt(directory, personId, { ...subject, boardCode: offeredTo }) }),
  }));
}

/** A role for all boards is none at the board of a secret case, as it opens none. */
function rolesAt(directory: Directory, personId: string, { boardCode, secrecy }: CaseSubject): readonly Role[] {
  const held = grantsOf(directory, personId).filter(({ boards }) => (boards === 'all' ? !secrecy : boards.includes(boardCode)));
  return [...new Set(held.map(({ role }) => role))];
}
