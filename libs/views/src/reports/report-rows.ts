import type { Cell } from './csv.js';
import { percentOf, type Figure, type FigureValue } from './figure.js';
import { figures } from './figures.js';
import type { PromiseReport, ReportGroup } from './promise-report.js';
import { dimensions } from './report-question.js';

/** A report as a table: one row for each figure of each group, with headings in Swedish. A hidden group has one row that says so. */
export const reportRows = ({ groups }: PromiseReport): readonly (readonly Cell[])[] => [headings, ...groups.flatMap(rowsOf)];

const headings = [
  'vy',
  'grupp',
  'period',
  'nämnd',
  'förvaltning',
  'typ',
  'kategori',
  'kanal',
  'mått',
  'benämning',
  'värde',
  'n',
  'procent',
];

function rowsOf({ view, by, name, figures: values }: ReportGroup): Cell[][] {
  const group = [view, name.sv, by.period ?? null, ...dimensions.map((dimension) => by[dimension] ?? null)];
  if (!values) return [[...group, null, 'Dold: liten grupp', null, null, null]];
  return values.map((one, index) => [...group, ...cellsOf(one, figures[index])]);
}

const cellsOf = (value: FigureValue, figure: Figure | undefined): Cell[] => [
  value.figure,
  figure?.title.sv ?? value.figure,
  value.value,
  value.n,
  percentOf(value, figure?.unit) ?? null,
];
