import { bySize, hideAmong } from './hide-rows.js';
import { together, type Counts, type Row } from './row.js';
import { isCovered, isTelling, type Measured } from './small.js';

/** Boards whose figures can be taken from those of their administration; of several administrations that shared a board, all together. */
export interface Cluster {
  readonly boards: readonly Row[];
  readonly administrations: readonly Row[];
}

export interface HiddenBoards {
  readonly boards: ReadonlySet<Row>;
  /** Those whose sum is hidden: nothing can be taken from it. */
  readonly clusters: ReadonlySet<Cluster>;
}

export const noBoards: HiddenBoards = { boards: new Set(), clusters: new Set() };

/**
 * Which boards and administrations hide a figure, where that of the whole organisation is told; undefined where hiding all is not enough.
 * Boards that do not cover each other within an administration are covered by those of others, and these administrations are hidden, too.
 */
export function hideBoards(clusters: readonly Cluster[], measured: Measured, sizes: HiddenBoards): HiddenBoards | undefined {
  const [only, ...others] = clusters;
  if (only && others.length === 0) {
    const boards = hideAmong(only.boards, measured, sizes.boards);
    return boards && { boards, clusters: new Set() };
  }
  const all = clusters.flatMap(({ boards }) => boards);
  const boards = new Set(all.filter((row) => sizes.boards.has(row) || isTelling(row, measured)));
  const hiddenOf = (cluster: Cluster): Row[] => cluster.boards.filter((board) => boards.has(board));
  const isKnown = (row: Counts): boolean => measured.place > 0 && !sizes.boards.has(row as Row);
  const coversItself = (cluster: Cluster): boolean => hiddenOf(cluster).length === 0 || isCovered(hiddenOf(cluster), measured, isKnown);
  const hidden = new Set(clusters.filter((cluster) => sizes.clusters.has(cluster) || !coversItself(cluster)));
  const covered = (): boolean => {
    const sums = new Map([...hidden].map((cluster) => [together(hiddenOf(cluster)), cluster]));
    const isSumKnown = (sum: Counts): boolean => measured.place > 0 && !sizes.clusters.has(sums.get(sum) as Cluster);
    return isCovered([...hidden].flatMap(hiddenOf), measured, isKnown) && isCovered([...sums.keys()], measured, isSumKnown);
  };
  /** One more to hide behind: the smallest administration, with its smallest board; when all are hidden, the smallest board. */
  const more = (): boolean => {
    const [cluster] = [...clusters].filter((one) => !hidden.has(one)).sort((one, other) => sizeOf(one) - sizeOf(other));
    const [board] = bySize((cluster?.boards ?? all).filter((one) => !boards.has(one)));
    if (cluster) hidden.add(cluster);
    if (board && (!cluster || hiddenOf(cluster).length === 0)) boards.add(board);
    return cluster !== undefined || board !== undefined;
  };
  while (hidden.size > 0 && !covered()) if (!more()) return undefined;
  return { boards, clusters: hidden };
}

const sizeOf = ({ boards }: Cluster): number => together(boards).size();
