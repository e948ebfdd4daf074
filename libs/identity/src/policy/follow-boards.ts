import { type Caller } from './caller.js';

/** The boards whose cases a role at a board has to do with now. */
export type BoardReach = (board: string) => readonly string[];

/**
 * A caller whose roles follow the boards: one that is held at a board that has succeeded others is held at those too, and one at a board that
 * has been succeeded is held there no more. What is held for `all` opens what it did.
 */
export function followBoards<Anybody extends Caller>(caller: Anybody, reach: BoardReach): Anybody {
  if (caller.kind !== 'staff') return caller;
  const grants = caller.grants.map((grant) =>
    grant.boards === 'all' ? grant : { ...grant, boards: [...new Set(grant.boards.flatMap((board) => reach(board)))] },
  );
  return { ...caller, grants };
}
