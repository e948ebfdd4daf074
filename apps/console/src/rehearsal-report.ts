import type { Rehearsed } from '#promises';
import type { Rehearsal } from './rehearsal.js';

/** How many promises would have been kept, missed, earlier or later; then each one that would have been judged otherwise. */
export function rehearsalReport({ cases, rehearsed }: Rehearsal): string {
  const counted = (what: string, isMeant: (one: Rehearsed) => boolean): string =>
    `  ${String(rehearsed.filter(isMeant).length).padStart(6)}  ${what}`;
  const judgedOtherwise = rehearsed.filter(({ state, proposedState }) => state !== proposedState);
  return [
    `${cases} cases, ${rehearsed.length} promises would have been others`,
    '',
    counted('with an earlier date', ({ due, proposedDue }) => due !== undefined && proposedDue !== undefined && proposedDue < due),
    counted('with a later date', ({ due, proposedDue }) => due !== undefined && proposedDue !== undefined && proposedDue > due),
    counted('that were not made', ({ due }) => due === undefined),
    counted('that would not have been made', ({ proposedDue }) => proposedDue === undefined),
    counted('kept, and would not have been', ({ state, proposedState }) => state === 'kept' && proposedState === 'missed'),
    counted('not kept, and would have been', ({ state, proposedState }) => state === 'missed' && proposedState === 'kept'),
    '',
    ...judgedOtherwise.map(line),
    ...(judgedOtherwise.length > 0 ? [''] : []),
  ].join('\n');
}

const line = ({ caseId, what, due, proposedDue, state, proposedState }: Rehearsed): string =>
  `  ${caseId}  ${what.padEnd(15)}  ${due ?? 'none'} ${state ?? 'none'} -> ${proposedDue ?? 'none'} ${proposedState ?? 'none'}`;
