import type { Cell } from './csv.js';
import { percentOf, type Figure, type Words } from './figure.js';
import { figures } from './figures.js';
import type { Common } from './group-cases.js';
import type { PromiseReport } from './promise-report.js';
import { dimensions } from './report-question.js';
import type { PromiseTables } from './tables/promise-tables.js';

/** A report as a table: one row for each figure of each group, with headings in Swedish. */
export const reportRows = ({ groups }: PromiseReport): readonly (readonly Cell[])[] => [
  ['vy', ...headings],
  ...groups.flatMap((group) => rowsOf([group.view], group)),
];

/** The tables of a year likewise. What is hidden says so. */
export const tableRows = ({ groups }: PromiseTables): readonly (readonly Cell[])[] => [
  ['ärenden', 'vy', ...headings, 'dold'],
  ...groups.flatMap((group) =>
    rowsOf([group.cases === 'open' ? 'öppna' : 'slutna', group.view], group).map((row, index) => [
      ...row,
      group.figures[index]?.value === null ? 'Dold: liten grupp' : null,
    ]),
  ),
];

const headings = ['grupp', 'period', 'nämnd', 'förvaltning', 'typ', 'kategori', 'kanal', 'mått', 'benämning', 'värde', 'n', 'procent'];

interface Group {
  readonly by: Common;
  readonly name: Words;
  readonly figures: readonly { readonly figure: string; readonly value: number | string | null; readonly n: number | null }[];
}

function rowsOf(view: readonly string[], { by, name, figures: values }: Group): Cell[][] {
  const group = [...view, name.sv, by.period ?? null, ...dimensions.map((dimension) => by[dimension] ?? null)];
  return values.map(({ figure, value, n }) => {
    const defined = definitions.get(figure);
    return [...group, figure, defined?.title.sv ?? figure, value, n, percentOf({ value, n }, defined?.unit) ?? null];
  });
}

const definitions: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.name, figure]));
