import { allow, entitledTo, type Caller, type Directory } from '#identity';
import { openDeep, type Keys } from '#keys';
import type { Staff, StaffLinks } from '#reactions';
import { subjectOf } from './case-subject.js';

/**
 * Who of the staff may do what with a case, as the log says, and where they are told. Addresses are opened when they are asked for, and kept nowhere.
 * @param today a caller with the rights that they have at the boards of today
 */
export const staffOf = (directory: () => Directory, keys: Keys, today: (caller: Caller) => Caller = (caller) => caller): Staff => ({
  whoMay: (action, state) => {
    const subject = subjectOf(state);
    return entitledTo(directory(), (caller) => allow(today(caller), action, subject) === 'allowed');
  },
  addressOf: (personId) => {
    const email = directory().get(personId)?.seen?.email;
    return email === undefined ? undefined : (openDeep(keys, email, unreachable, () => undefined) as string) || undefined;
  },
});

/** Whoever has no address that opens is told nothing by mail, and everybody else is; `verify` names each seal that does not open. */
const unreachable = { destroyed: '', broken: '' };

/** Pages that ask for a login. */
export const staffLinks = (publicUrl: string): StaffLinks => ({
  list: `${publicUrl}/arbete`,
  case: (caseId) => `${publicUrl}/arbete/arenden/${caseId}`,
});
