import type { Reach } from '#cases';
import { type Caller, type Grant } from './caller.js';
import { rightsOf } from './rights.js';

/**
 * Whose cases a caller sees, in advance and for all cases at once: for lists, searches and counts, as a count that is not filtered tells of
 * cases that are hidden. The policy asks it of each case too, so that the two can not differ.
 */
export function reachOf(caller: Caller): Reach {
  const grants = caller.kind === 'staff' ? caller.grants.filter(({ role }) => rightsOf[role].others !== undefined) : [];
  const working = grants.filter(({ role }) => rightsOf[role].within === 'boards');
  const routing = grants.filter(({ role }) => rightsOf[role].does.includes('route'));
  return {
    boards: named(working),
    triageOf: named(routing),
    anyTriage: routing.some(isForAll),
    others: grants.some(({ role }) => rightsOf[role].others === 'whole') || working.some(isForAll) ? 'whole' : outline(grants),
  };
}

/** The boards that a caller works at, as codes: those whose secret cases they open. None for who works for all boards alike. */
export const ownBoards = (caller: Caller): readonly string[] => reachOf(caller).boards;

const outline = (grants: readonly Grant[]): 'outline' | 'nothing' => (grants.length > 0 ? 'outline' : 'nothing');

const isForAll = ({ boards }: Grant): boolean => boards === 'all';

/** A role for all boards opens no secret case: only a board that is named does. */
function named(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap(({ boards }) => (boards === 'all' ? [] : boards)))].sort();
}
