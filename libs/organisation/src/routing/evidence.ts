import type { Found } from './found.js';
import type { Entry, Meaning } from './entries.js';

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
export function weigh(found: readonly Found[], weightsOf: WeightsOf): Evidence {
  const [categories, bodies] = [new Map<string, number>(), new Map<string, number>()];
  for (const [entry, strength] of strongest(found)) {
    for (const { kind, code, weight } of entry.meanings) {
      if (kind === 'body') add(bodies, code, weight * strength);
      if (kind === 'category') add(categories, code, weight * strength);
    }
  }
  return { boards: weighBoards(found, weightsOf), categories, bodies };
}

/** What is found says for each board. */
export function weighBoards(found: readonly Found[], weightsOf: WeightsOf): Map<string, number> {
  const boards = new Map<string, number>();
  for (const [entry, strength] of strongest(found)) for (const [board, weight] of weightsOf(entry)) add(boards, board, weight * strength);
  return boards;
}

/** The board that a meaning speaks for, if it speaks for one. */
export type BoardOf = (meaning: Pick<Meaning, 'kind' | 'code'>) => string | undefined;

/** How much an entry says for boards. */
export type WeightsOf = (entry: Entry) => ReadonlyMap<string, number>;

/** Worked out once for each entry: the same ones stand in clause after clause. */
export function weightsOfEntries(boardOf: BoardOf): WeightsOf {
  const known = new Map<Entry, ReadonlyMap<string, number>>();
  return (entry) => {
    const weights = known.get(entry) ?? weightsForBoards(entry, boardOf);
    known.set(entry, weights);
    return weights;
  };
}

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

/** The words that spoke for a board, as they stood in the text, each once: enough of them to see why, however long the text is. */
export function wordsFor(board: string, found: readonly Found[], boardOf: BoardOf): string[] {
  const speaking = new Map<Entry, boolean>();
  const speaks = (entry: Entry): boolean => {
    const known = speaking.get(entry) ?? entry.meanings.some((meaning) => meaning.weight > 0 && boardOf(meaning) === board);
    speaking.set(entry, known);
    return known;
  };
  const words = new Map<string, string>();
  for (const { entry, words: those } of found) {
    if (!speaks(entry)) continue;
    for (const { lower, text } of those) if (!words.has(lower)) words.set(lower, shortened(text));
    if (words.size >= enoughWords) break;
  }
  return [...words.values()].slice(0, enoughWords);
}

const enoughWords = 10;
const longestShown = 60;

const shortened = (word: string): string => (word.length > longestShown ? `${word.slice(0, longestShown)}…` : word);

function strongest(found: readonly Found[]): Map<Entry, number> {
  const strengths = new Map<Entry, number>();
  for (const { entry, strength } of found) strengths.set(entry, Math.max(strengths.get(entry) ?? 0, strength));
  return strengths;
}

const add = (sums: Map<string, number>, code: string, worth: number) => sums.set(code, (sums.get(code) ?? 0) + worth);
