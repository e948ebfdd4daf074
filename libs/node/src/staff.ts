import { readersOf, type Directory } from '#identity';
import { shredded, type Keys } from '#keys';
import type { Staff, StaffLinks } from '#reactions';
import { subjectOf } from './case-subject.js';

/** Who of the staff may be told of a case, and where, as the log says. Addresses are opened when they are asked for, and kept nowhere. */
export const staffOf = (directory: () => Directory, keys: Keys): Staff => ({
  readersOf: (state) => readersOf(directory(), subjectOf(state)),
  addressOf: (personId) => {
    const email = directory().get(personId)?.seen?.email;
    const opened = email === undefined || typeof email === 'string' ? email : keys.open(email);
    return opened === shredded ? undefined : opened;
  },
});

/** Pages that ask for a login. */
export const staffLinks = (publicUrl: string): StaffLinks => ({
  list: `${publicUrl}/arbete`,
  case: (caseId) => `${publicUrl}/arbete/arenden/${caseId}`,
});
