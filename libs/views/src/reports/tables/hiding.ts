import type { Row } from './row.js';
import type { Table } from './table.js';
import { countsCases, divisionsIn, toldFigures } from './divisions.js';
import { hideBoards, noBoards, type Cluster, type HiddenBoards } from './hide-boards.js';
import { hideAllOrNone, hideAmong, none } from './hide-rows.js';
import { isTelling, type Measured } from './small.js';

/** Which figures of which rows of a table are hidden. */
export interface Hiding {
  /** @param place of the figure */
  hides(row: Row, place: number): boolean;
  /** Whether `n` of a figure follows from what else is told: it is then the size of the group. */
  isWhole(place: number): boolean;
}

/** What is hidden in a tertial, which is told before it is known what its year will be. */
export function hidingIn(table: Table): Hiding {
  const clusters = table.clusters();
  const hiddenIn = (place: number, sizes: HiddenRows): HiddenRows => hiddenRows(table, clusters, measuredIn(table, place), sizes);
  const sizes = hiddenIn(0, noneHidden);
  const hidden = toldFigures.map(({ place }) => (place === 0 ? sizes : hiddenIn(place, sizes)));
  return hidingOf(
    table,
    hidden.map(({ rows }) => rows),
  );
}

/**
 * What is hidden in a year, of whose rows the tertials have been told: a row is told if it is told in each of them, because one that is
 * told in two of three would tell of the third. The categories are told for the year alone.
 */
export function hidingOfYear(table: Table, tertials: readonly { readonly table: Table; readonly hiding: Hiding }[]): Hiding {
  const isHidden = (row: (of: Table) => Row | undefined, place: number): boolean =>
    tertials.some((tertial) => {
      const its = row(tertial.table);
      return its !== undefined && tertial.hiding.hides(its, place);
    });
  const categories = [...table.rowsOf('category').values()];
  let sizes: ReadonlySet<Row> = none;
  const hidden = toldFigures.map(({ place }) => {
    if (isHidden(({ region }) => region, place)) return new Set(rowsOf(table));
    const rows = headings.flatMap((heading) =>
      [...table.rowsOf(heading)].filter(([code]) => isHidden((of) => of.rowsOf(heading).get(code), place)).map(([, row]) => row),
    );
    const few = hideAmong(categories, measuredIn(table, place), sizes) ?? new Set(categories);
    if (place === 0) sizes = few;
    return new Set([...rows, ...few]);
  });
  return hidingOf(table, hidden);
}

const headings = ['month', 'board', 'administration', 'kind', 'channel'] as const;

const rowsOf = (table: Table): Row[] => [
  table.region,
  ...[...headings, 'category' as const].flatMap((heading) => [...table.rowsOf(heading).values()]),
];

interface HiddenRows {
  readonly rows: ReadonlySet<Row>;
  readonly boards: HiddenBoards;
}

const noneHidden: HiddenRows = { rows: none, boards: noBoards };

/** Where the whole organisation is few, or its parts cannot cover each other, nobody is told anything. */
function hiddenRows(table: Table, clusters: readonly Cluster[], measured: Measured, sizes: HiddenRows): HiddenRows {
  const all = { rows: new Set(rowsOf(table)), boards: noBoards };
  if (sizes.rows.has(table.region) || isTelling(table.region, measured)) return all;
  const boards = hideBoards(clusters, measured, sizes.boards);
  const months = hideAllOrNone([...table.rowsOf('month').values()], measured, sizes.rows);
  const [kinds, channels] = (['kind', 'channel'] as const).map((heading) =>
    hideAmong([...table.rowsOf(heading).values()], measured, sizes.rows),
  );
  if (!boards || !months || !kinds || !channels) return all;
  const administrations = clusters
    .filter((cluster) => boards.clusters.has(cluster) || cluster.administrations.length > 1)
    .flatMap((cluster) => cluster.administrations);
  return { boards, rows: new Set([...boards.boards, ...administrations, ...months, ...kinds, ...channels]) };
}

function measuredIn({ region }: Table, place: number): Measured {
  const told = toldFigures.find((one) => one.place === decidedBy(place));
  if (!told) throw new Error('a figure that no table tells');
  return { place: told.place, divisions: divisionsIn(told.figure, region.cases(told.place, 2) > 0) };
}

/** How many actions were promised is the `n` of how many are done. */
function decidedBy(place: number): number {
  const placeOf = (name: string): number => toldFigures.findIndex(({ figure }) => figure.name === name);
  const [promised, done] = [placeOf('actions-promised'), placeOf('actions-done')].map((index) => toldFigures[index]?.place);
  return place === promised && done !== undefined ? done : place;
}

const hidingOf = (table: Table, hidden: readonly ReadonlySet<Row>[]): Hiding => {
  const hides = (row: Row, place: number): boolean => hidden[toldFigures.findIndex((told) => told.place === place)]?.has(row) ?? true;
  return {
    hides,
    isWhole: (place) => {
      const figure = toldFigures.find((told) => told.place === place)?.figure;
      if (!figure || !countsCases(figure)) return false;
      return figure.unit === 'count' || (!hides(table.region, place) && table.region.cases(place, 2) === 0);
    },
  };
};
