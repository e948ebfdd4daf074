import { openDeep, shredded, type Keys, type Sealed } from '#keys';
import type { Check } from '../check.js';

/**
 * Every seal opens where it stands. Keys are destroyed by decision only, and there is no event yet that decides it: a destroyed key is a
 * finding, since nobody can say who ordered it.
 */
export const sealCheck = (keys: Pick<Keys, 'open'>): Check => ({
  kind: 'seal',
  meet({ event }) {
    if (event.unreadable !== undefined) return undefined;
    let trouble: string | undefined;
    const open = (value: Sealed | string) => {
      const opened = keys.open(value);
      if (opened === shredded) trouble ??= 'its key was destroyed, and no decision in the log says so';
      return opened;
    };
    openDeep({ open }, event.data, { destroyed: '', broken: '' }, (error) => (trouble = error.message));
    return trouble;
  },
});
