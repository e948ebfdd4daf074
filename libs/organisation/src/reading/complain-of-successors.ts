import { dayAfter } from '#promises';
import type { Board } from '../facts/board.js';
import { versionOn } from '../facts/dated.js';
import type { Versions } from '../organisation-event.js';
import type { Placed } from './read-file.js';

type Defined = readonly Versions<Board>[];

/**
 * Complains of every board that ends without saying who has its cases then, and of successors that cannot have them. A successor exists on the
 * day after, so that no board can succeed itself, however long the way round.
 */
export function complainOfSuccessors(boards: readonly Placed<Board>[], defined: Defined): void {
  for (const { entry, complain } of boards) {
    const why = entry.successor === null ? complaintWithout(entry, defined) : complaintOf(entry, entry.successor, defined);
    if (why !== undefined) complain(why, 'successor');
    const rival = boards.find(({ entry: other }) => other.code !== entry.code && other.diaryPrefix === entry.diaryPrefix);
    if (rival !== undefined) complain(`${rival.entry.code} has it too: two cases would bear one number`, 'diaryPrefix');
  }
}

function complaintWithout(board: Board, defined: Defined): string | undefined {
  if (!board.receivesSubmissions || board.validTo === null || !isLast(board, defined)) return undefined;
  return `is missing: ${board.code} receives submissions, and somebody must have its cases from ${dayAfter(board.validTo)}`;
}

function complaintOf(board: Board, code: string, defined: Defined): string | undefined {
  if (!isLast(board, defined)) return `belongs to the last version of ${board.code}: after this one comes another`;
  if (board.validTo === null) return `${board.code} has no last day, so nobody can succeed it`;
  const named = defined.find((one) => one.code === code);
  if (named === undefined) return `${code} is not defined`;
  const successor = versionOn(named.versions, dayAfter(board.validTo));
  if (successor === undefined) return `${code} does not exist on ${dayAfter(board.validTo)}, the day after the last`;
  if (board.receivesSubmissions && !successor.receivesSubmissions) return `${code} receives no submissions`;
  if (board.independent && !successor.independent) return `${code} is not independent of those that ${board.code} examines`;
  return undefined;
}

const isLast = (board: Board, defined: Defined): boolean => defined.find(({ code }) => code === board.code)?.versions.at(-1) === board;
