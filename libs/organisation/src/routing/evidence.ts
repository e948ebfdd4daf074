import type { Found } from './find-terms.js';
import type { Entry, Meaning } from './entries.js';
import type { Word } from './words.js';

/** What a text says for each board, category and external body, in the unit of the rules' weights. */
export interface Evidence {
  readonly boards: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
  readonly bodies: ReadonlyMap<string, number>;
}

/**
 * Adds up what was found; a term counts once, however often it is repeated. A term that speaks for two categories of one board counts for the
 * board once, as much as it does for the better of them.
 */
export function weigh(found: readonly Found[], boardOf: BoardOf): Evidence {
  const evidence = { boards: new Map<string, number>(), categories: new Map<string, number>(), bodies: new Map<string, number>() };
  for (const [entry, strength] of strongest(found)) {
    for (const { kind, code, weight } of entry.meanings) {
      if (kind === 'body') add(evidence.bodies, code, weight * strength);
      if (kind === 'category') add(evidence.categories, code, weight * strength);
    }
    for (const [board, weight] of weightsForBoards(entry, boardOf)) add(evidence.boards, board, weight * strength);
  }
  return evidence;
}

/** The board that a meaning speaks for, if it speaks for one. */
export type BoardOf = (meaning: Pick<Meaning, 'kind' | 'code'>) => string | undefined;

/** What speaks against a category says nothing of its board: another category of the same board may be meant. */
function weightsForBoards({ meanings }: Entry, boardOf: BoardOf): Map<string, number> {
  const weights = new Map<string, number>();
  for (const meaning of meanings) {
    const { kind, weight } = meaning;
    const board = kind === 'category' && weight <= 0 ? undefined : boardOf(meaning);
    if (board !== undefined) weights.set(board, Math.max(weights.get(board) ?? -Infinity, weight));
  }
  return weights;
}

/** The words that spoke for a board, as they stood in the text. */
export const wordsFor = (board: string, found: readonly Found[], boardOf: BoardOf): Word[] => {
  const speaks = (meaning: Meaning) => meaning.weight > 0 && boardOf(meaning) === board;
  return [...new Set(found.filter(({ entry }) => entry.meanings.some(speaks)).flatMap(({ words }) => words))];
};

function strongest(found: readonly Found[]): Map<Entry, number> {
  const strengths = new Map<Entry, number>();
  for (const { entry, strength } of found) strengths.set(entry, Math.max(strengths.get(entry) ?? 0, strength));
  return strengths;
}

const add = (sums: Map<string, number>, code: string, worth: number) => sums.set(code, (sums.get(code) ?? 0) + worth);
