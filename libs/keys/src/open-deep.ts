import type { Keys } from './keys.js';
import { shredded, type Sealed } from './sealed.js';

/**
 * The same value with everything opened that is sealed in it, at whatever depth.
 * @param destroyed stands where a key was destroyed by decision
 * @throws SealBroken, UnknownKey as `Keys.open` does
 */
export function openDeep(keys: Keys, value: unknown, destroyed: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => openDeep(keys, item, destroyed));
  if (isSealed(value)) {
    const opened = keys.open(value);
    return opened === shredded ? destroyed : opened;
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, openDeep(keys, part, destroyed)]));
}

const isSealed = (value: object): value is Sealed => 'sealed' in value && 'place' in value;
