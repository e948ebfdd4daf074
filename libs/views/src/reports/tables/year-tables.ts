import type { Organisation } from '#organisation';
import type { CaseOfOrganisation } from '../case-of-organisation.js';
import type { Figure, FigureValue } from '../figure.js';
import type { Common } from '../group-cases.js';
import type { Dimension } from '../report-question.js';
import { weightsOf } from '../tally.js';
import { toldFigures } from './divisions.js';
import { hidingIn, hidingOfYear, type Hiding } from './hiding.js';
import type { Release } from './release.js';
import type { Row } from './row.js';
import { smallGroup } from './small.js';
import { Table } from './table.js';

/**
 * Open cases, and those that are closed to all but who works with them: secret, or not routed yet. They are told apart because most of
 * the staff can count the open ones for themselves: in a table of both, what is left when they are taken away would be the closed ones.
 */
export const populations = ['open', 'closed'] as const;
export type Population = (typeof populations)[number];

/** A figure in a table; null where it is hidden. Of a hidden one `n` is told where it is the size of a group that is told. */
export interface TableFigure {
  readonly figure: string;
  readonly value: number | null;
  readonly n: number | null;
}

export interface TableGroup {
  readonly cases: Population;
  readonly view: 'region' | Dimension;
  /** Its period, and what its cases have in common. */
  readonly by: Common;
  readonly figures: readonly TableFigure[];
}

/** A tertial with its cases as they were known when it was told. They are read once. */
export interface Told {
  readonly release: Release;
  readonly cases: Iterable<CaseOfOrganisation>;
  readonly organisation: Organisation;
}

/**
 * The tables that are told to everybody who reads reports: the whole organisation by month, tertial and year; boards, administrations, kinds
 * and channels by tertial and year; categories by year. A year is told with its last tertial.
 */
export function yearTables(year: number, tertials: readonly Told[]): readonly TableGroup[] {
  const last = tertials.at(-1);
  if (!last) return [];
  const ofYear = bothOf(last.organisation);
  const told = tertials.map(({ release, cases, organisation }) => {
    const tables = bothOf(organisation);
    for (const table of [...Object.values(tables), ...Object.values(ofYear)]) table.foresee(release);
    for (const one of cases) {
      const weights = weightsOf(one);
      const population = isClosed(one) ? 'closed' : 'open';
      for (const table of [tables[population], ofYear[population]]) table.add(one, weights);
    }
    return { period: release.period, tables };
  });
  return populations.flatMap((cases) => {
    const parts = told.map(({ period, tables }) => ({ period, table: tables[cases], hiding: hidingIn(tables[cases]) }));
    const tertialGroups = parts.flatMap(({ period, table, hiding }) => groupsOf(table, hiding, period));
    const isWhole = parts.length === 3;
    return [...tertialGroups, ...(isWhole ? groupsOf(ofYear[cases], hidingOfYear(ofYear[cases], parts), String(year)) : [])].map(
      (group) => ({ cases, ...group }),
    );
  });
}

const bothOf = (organisation: Organisation): Record<Population, Table> => ({
  open: new Table(organisation),
  closed: new Table(organisation),
});

const isClosed = ({ secret, firstBoard }: CaseOfOrganisation): boolean => secret === 1 || firstBoard === null;

function groupsOf(table: Table, hiding: Hiding, period: string): Omit<TableGroup, 'cases'>[] {
  const isYear = period.length === 'YYYY'.length;
  const months = isYear ? [] : [...table.rowsOf('month')];
  const headings = (['board', 'administration', 'kind', 'channel', 'category'] as const).filter(
    (heading) => isYear || heading !== 'category',
  );
  return [
    { view: 'region', by: { period }, figures: figuresOf(table.region, hiding) },
    ...months.map(([month, row]) => ({ view: 'region' as const, by: { period: month }, figures: figuresOf(row, hiding) })),
    ...headings.flatMap((view) =>
      [...table.rowsOf(view)].map(([code, row]) => ({ view, by: { period, [view]: code }, figures: figuresOf(row, hiding) })),
    ),
  ];
}

function figuresOf(row: Row, hiding: Hiding): TableFigure[] {
  const values = row.tally.values();
  return toldFigures.map(({ figure, place }) => {
    const { value, n } = values[place] as FigureValue;
    const { name } = figure;
    if (hiding.hides(row, place))
      return { figure: name, value: null, n: hiding.isWhole(place) && !hiding.hides(row, 0) ? row.size() : null };
    return { figure: name, value: typeof value === 'number' && isAmidMany(figure, n) ? value : null, n };
  });
}

/** What was measured of one case is told where enough others lie on either side of it. */
function isAmidMany(figure: Figure, n: number): boolean {
  if (figure.unit !== 'working-days') return true;
  const rank = Math.ceil((n * figure.percentile) / 100);
  return rank >= smallGroup && n - rank + 1 >= smallGroup;
}
