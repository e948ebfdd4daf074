import { type Directory } from './directory.js';
import { take } from './grants.js';
import { type RoleRevoked } from './person-events.js';

/**
 * Whether nobody would hold the role of an administrator any more, by events, once these revocations of one person or invitation are recorded. Who
 * is to hold it from the next login counts: somebody was meant to.
 */
export function takesLastAdministrator(directory: Directory, id: string, revocations: readonly RoleRevoked[]): boolean {
  const held = directory.get(id)?.grants ?? [];
  const left = revocations.reduce((grants, { data }) => take(grants, data), held);
  const administers = (grants: typeof held) => grants.some(({ role }) => role === 'administrator');
  const others = [...directory].some(([other, { grants }]) => other !== id && administers(grants));
  return administers(held) && !administers(left) && !others;
}
