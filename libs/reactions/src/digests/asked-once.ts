import { walledOf, type ReceivedCase } from '#cases';
import type { Asked, Staff } from './staff.js';

/** The same staff, asked once for all cases that are alike: thousands of cases of a morning are of some tens of boards. Not for longer than a morning's work. */
export function askedOnce({ whoMay, addressOf }: Staff): Staff {
  const known = new Map<string, unknown>();
  const once = <T>(key: string, ask: () => T): T => {
    if (!known.has(key)) known.set(key, ask());
    return known.get(key) as T;
  };
  return {
    whoMay: (asked: Asked, state: ReceivedCase) => once(JSON.stringify([asked, walledOf(state)]), () => whoMay(asked, state)),
    addressOf: (personId) => once(personId, () => addressOf(personId)),
  };
}
