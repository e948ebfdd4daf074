import { SealBroken, UnknownKey } from './errors.js';
import type { Keys } from './keys.js';
import { shredded, type Sealed } from './sealed.js';

/** What is shown where a value can not be. */
export interface InItsPlace {
  /** Its key was destroyed by decision. */
  readonly destroyed: string;
  /** It does not open although it should. */
  readonly broken: string;
}

/**
 * The same value with everything opened, for people to read, that is sealed in it, at whatever depth. What does not open costs itself, and not
 * all that is shown beside it.
 * @param alarm hears of each that should have opened; neither the error nor its message holds anything of what was sealed
 */
export function openDeep(
  keys: Pick<Keys, 'open'>,
  value: unknown,
  instead: InItsPlace,
  alarm: (error: SealBroken | UnknownKey) => void,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => openDeep(keys, item, instead, alarm));
  if (isSealed(value)) return shown(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, openDeep(keys, part, instead, alarm)]));

  function shown(sealed: Sealed): string {
    try {
      const opened = keys.open(sealed);
      return opened === shredded ? instead.destroyed : opened;
    } catch (error) {
      if (!(error instanceof SealBroken || error instanceof UnknownKey)) throw error;
      alarm(error);
      return instead.broken;
    }
  }
}

const isSealed = (value: object): value is Sealed => 'sealed' in value && 'place' in value;
