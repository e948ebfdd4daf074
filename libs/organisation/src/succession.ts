import type { LocalDate } from '#promises';
import type { Board } from './facts/board.js';
import { versionOn } from './facts/dated.js';
import type { Organisation } from './organisation.js';

/** A board that has ended, and the one that has on a date what it had. */
export interface Succession {
  readonly ended: string;
  readonly successor: Board;
}

/**
 * The board that has on a date what a board had: itself as long as it exists, after that its successor, or that one's. Undefined if it
 * has not begun, or ended with nobody after it.
 */
export function successorOn({ boards }: Organisation, code: string, date: LocalDate): Board | undefined {
  const seen = new Set<string>();
  for (let next: string | null = code; next !== null && !seen.has(next);) {
    seen.add(next);
    const versions: readonly Board[] = boards.get(next) ?? [];
    const here = versionOn(versions, date);
    if (here !== undefined) return here;
    const last = versions.at(-1);
    next = last !== undefined && hasEnded(last, date) ? last.successor : null;
  }
  return undefined;
}

/** Every board that another has succeeded by a date. */
export function successionsOn(org: Organisation, date: LocalDate): readonly Succession[] {
  const known = lately.get(org);
  if (known?.date === date) return known.successions;
  const successions = [...org.boards.keys()].flatMap((ended) => {
    const successor = successorOn(org, ended, date);
    return successor === undefined || successor.code === ended ? [] : [{ ended, successor }];
  });
  lately.set(org, { date, successions });
  return successions;
}

/** What was last found of an organisation: everybody's rights are followed to the boards of one day, today. */
const lately = new WeakMap<Organisation, { readonly date: LocalDate; readonly successions: readonly Succession[] }>();

/**
 * The boards whose cases a role at a board has to do with on a date: its own, and those of the boards that it has succeeded. None where it
 * has been succeeded itself: a role at a board ends with the board.
 */
export function boardsReachedFrom(org: Organisation, code: string, date: LocalDate): readonly string[] {
  const succeeded = successionsOn(org, date);
  if (succeeded.some(({ ended }) => ended === code)) return [];
  return [code, ...succeeded.filter(({ successor }) => successor.code === code).map(({ ended }) => ended)];
}

const hasEnded = ({ validTo }: Board, date: LocalDate): boolean => validTo !== null && validTo < date;
