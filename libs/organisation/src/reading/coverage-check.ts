import type { Validity } from '../facts/dated.js';
import type { Versions } from '../organisation-event.js';

/** Whether something exists on every day that something else, which names it, is valid. Versions follow without gaps. */
export function coversAll(named: Versions<Validity> | undefined, naming: Validity): boolean {
  const first = named?.versions[0];
  const last = named?.versions.at(-1);
  if (first === undefined || last === undefined) return false;
  const beginsInTime = first.validFrom === null || (naming.validFrom !== null && first.validFrom <= naming.validFrom);
  const lastsLongEnough = last.validTo === null || (naming.validTo !== null && naming.validTo <= last.validTo);
  return beginsInTime && lastsLongEnough;
}
