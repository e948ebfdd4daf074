import { boardNear, type Organisation } from '#organisation';
import { figures, type TableGroup } from '#views';
import { groupBy } from '../group-by.js';

/** A number that stands in a table, or is hidden there: a value or an `n`, of a figure of a group. Those that are always the same are one. */
export type Term = string;

/** The terms of a group with what is told of them; null where it is hidden. */
export const termsOf = (group: TableGroup): readonly (readonly [Term, number | null])[] =>
  group.figures.flatMap(({ figure, value, n }) => [
    ...(isAdded(figure) ? [[termOf(group, figure, 'value'), value] as const] : []),
    [termOf(group, figure, 'n'), n] as const,
  ]);

/** A row and the rows that it is the sum of, term by term. */
export interface Sum {
  readonly whole: Term;
  readonly parts: readonly Term[];
}

/** Months make tertials, tertials years, boards their administrations: each of these is the sum of what is told finer. */
export const wholesOf = (groups: readonly TableGroup[], organisation: Organisation): readonly Sum[] =>
  [...inTime(groups), ...ofAdministrations(groups, organisation)].flatMap(termwise);

/** Boards, kinds, channels and, in a year, categories each make the whole organisation. */
export const divisionsOf = (groups: readonly TableGroup[]): readonly Sum[] =>
  [...groupBy(groups, periodOf).values()].flatMap((ofPeriod) => {
    const of = (view: string): TableGroup[] => ofPeriod.filter((group) => group.view === view);
    const [whole] = of('region');
    const isYear = whole?.by.period?.length === 4;
    // What the tertials add up to adds up in the year, too.
    const views = isYear ? ['category'] : ['board', 'kind', 'channel'];
    return whole ? views.map(of).flatMap((parts) => (parts.length > 0 ? termwise({ whole, parts }) : [])) : [];
  });

export interface Limit {
  readonly less: Term;
  readonly more: Term;
}

/** Terms that are part of another of the same group: never more than it. */
export const limitsOf = (groups: readonly TableGroup[]): readonly Limit[] => {
  const limits = groups.flatMap((group) => {
    const term = (figure: string, number: 'value' | 'n'): Term => termOf(group, figure, number);
    return group.figures.flatMap(({ figure }) => [
      ...(unitOf.get(figure) === 'share' || (isAdded(figure) && isOnce(figure))
        ? [{ less: term(figure, 'value'), more: term(figure, 'n') }]
        : []),
      ...(isOnce(figure) ? [{ less: term(figure, 'n'), more: term('received', 'n') }] : []),
    ]);
  });
  return [...new Map(limits.filter(({ less, more }) => less !== more).map((limit) => [`${limit.less};${limit.more}`, limit])).values()];
};

export const administrationOf = (organisation: Organisation, board: string | null | undefined): string | undefined =>
  board ? boardNear(organisation, board, '2026-06-30')?.administration.code : undefined;

const unitOf = new Map(figures.map(({ name, unit }) => [name, unit]));
const isAdded = (figure: string): boolean => unitOf.get(figure) !== 'working-days';

/** Whether a case adds at most one. */
const isOnce = (figure: string): boolean =>
  !['transfers', 'returns', 'actions-promised', 'actions-done', 'delay-notices-in-time'].includes(figure);

function termOf({ cases, view, by: { period, ...by } }: TableGroup, figure: string, number: 'value' | 'n'): Term {
  const name = (is: string): Term => `${cases} ${period} ${is} ${view} ${Object.values(by).join()}`;
  if (figure === 'received' || (unitOf.get(figure) === 'count' && number === 'n')) return name('received');
  if (figure === 'actions-promised') return name('actions-done n');
  return name(figure.startsWith('days-to-answer') ? 'answered' : `${figure} ${number}`);
}

interface Rows {
  readonly whole: TableGroup;
  readonly parts: readonly TableGroup[];
}

const termwise = ({ whole, parts }: Rows): Sum[] => {
  const sums = whole.figures.flatMap(({ figure }) =>
    (isAdded(figure) ? (['value', 'n'] as const) : (['n'] as const)).map((number) => ({
      whole: termOf(whole, figure, number),
      parts: parts.map((part) => termOf(part, figure, number)),
    })),
  );
  return [...new Map(sums.map((sum) => [sum.whole, sum])).values()];
};

const periodOf = ({ cases, by }: TableGroup): string => `${cases} ${by.period}`;

const ofAdministrations = (groups: readonly TableGroup[], organisation: Organisation): Rows[] =>
  [...groupBy(groups, periodOf).values()].flatMap((ofPeriod) => {
    const boards = groupBy(
      ofPeriod.filter(({ view }) => view === 'board'),
      ({ by }) => administrationOf(organisation, by.board),
    );
    return ofPeriod
      .filter(({ view }) => view === 'administration')
      .map((whole) => ({ whole, parts: boards.get(whole.by.administration ?? undefined) ?? [] }));
  });

function inTime(groups: readonly TableGroup[]): Rows[] {
  const rowOf = ({ cases, view, by }: TableGroup, period: string): string => JSON.stringify([cases, view, { ...by, period }]);
  const parts = groupBy(groups, (group) => rowOf(group, longerThan(group.by.period ?? '')));
  return groups.flatMap((whole) => {
    const its = parts.get(rowOf(whole, whole.by.period ?? ''));
    return its ? [{ whole, parts: its }] : [];
  });
}

function longerThan(period: string): string {
  const year = period.slice(0, 4);
  if (period === year) return '';
  return period.includes('T') ? year : `${year}-T${Math.ceil(Number(period.slice(5)) / 4)}`;
}
