import { isNext } from '#event-log';
import type { Check } from '../check.js';

/** In a file the events of a log are numbered from 1 without a gap, since nothing is ever deleted. A server numbers bytes. */
export const positionCheck: Check = {
  kind: 'position',
  meet: ({ stored, last }) =>
    isNext(stored.position, last) === false ? `stands behind ${last ?? 'nothing'}: something between them is gone` : undefined,
};
