import { directoryAfter, emptyDirectory, grantRole, revokeRole, type Grant } from '#identity';
import type { Check, InForm } from '../check.js';

/** Who writes to the rights of people: somebody at the console, or the program where an evaluation begins. */
const mayGrant = ['console', 'system'];

/** Rights are given and taken at the console, and only where that changes something. Keeps who holds what, as the program itself does. */
export function rightCheck(): Check<InForm> {
  let directory = emptyDirectory;
  return {
    kind: 'right',
    meet({ event, metadata, stored: { stream } }) {
      if (event.type !== 'RoleGranted' && event.type !== 'RoleRevoked') return undefined;
      const person = directory.get(stream.slice('person-'.length));
      directory = directoryAfter(directory, [event]);
      if (!mayGrant.includes(metadata.actor)) return `a right is changed by ${metadata.actor}, who cannot change rights`;
      const changes = (event.type === 'RoleGranted' ? grantRole : revokeRole)(person, event.data as Grant);
      return changes.length === 0 ? 'changes a right to what it was' : undefined;
    },
  };
}
