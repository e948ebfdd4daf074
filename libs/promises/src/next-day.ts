import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.js';

/** The same days are stepped over again and again, and working out the next takes longer than all else that is done with it. */
const remembered = (step: 1 | -1) => {
  const known = new Map<LocalDate, LocalDate>();
  return (date: LocalDate): LocalDate => {
    const next = known.get(date) ?? Temporal.PlainDate.from(date).add({ days: step }).toString();
    if (known.size > atMost) known.clear();
    known.set(date, next);
    return next;
  };
};
/** More days than fifty years have. */
const atMost = 20_000;

export const dayAfter = remembered(1);
export const dayBefore = remembered(-1);
