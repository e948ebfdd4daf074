import { readersOf, type Directory } from '#identity';
import { openDeep, type Keys } from '#keys';
import type { Staff, StaffLinks } from '#reactions';
import { subjectOf } from './case-subject.js';

/**
 * Who of the staff may be told of a case, and where, as the log says. Addresses are opened when they are asked for, and kept nowhere.
 * @param boardNow the board that has now what a board had: of a closed case that board may have ended
 */
export const staffOf = (directory: () => Directory, keys: Keys, boardNow: (code: string) => string = (code) => code): Staff => ({
  readersOf: (state) => {
    const subject = subjectOf(state);
    return readersOf(directory(), { ...subject, boardCode: boardNow(subject.boardCode) });
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
