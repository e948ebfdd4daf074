import { figures, type CaseOfOrganisation, type TableGroup } from '#views';
import type { TabledYear } from './a-tabled-year.js';

/** The figures of some rows, counted one by one and with nothing hidden, of the cases that are asked for. */
export const countNaively = (
  groups: readonly TableGroup[],
  { told }: TabledYear,
  isWanted: (one: CaseOfOrganisation) => boolean = () => true,
): readonly TableGroup[] => {
  const all = told.flatMap(({ cases }) => cases).filter(isWanted);
  return groups.map((group) => {
    const cases = all.filter((one) => isIn(one, group));
    return { ...group, figures: group.figures.map(({ figure }) => ({ figure, ...sumOf(figure, cases) })) };
  });
};

function isIn(one: CaseOfOrganisation, { cases, by: { period, ...by } }: TableGroup): boolean {
  const isClosed = one.secret === 1 || one.firstBoard === null;
  if (isClosed !== (cases === 'closed') || !periodsOf(one.receivedDate).includes(period ?? '')) return false;
  return Object.entries(by).every(([dimension, code]) => one[dimension as keyof typeof by] === code);
}

const periodsOf = (date: string): string[] => [
  date.slice(0, 4),
  `${date.slice(0, 4)}-T${Math.ceil(Number(date.slice(5, 7)) / 4)}`,
  date.slice(0, 7),
];

function sumOf(name: string, cases: readonly CaseOfOrganisation[]): { value: number | null; n: number } {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`no figure ${name}`);
  if (figure.unit === 'date') throw new Error('a date is not told');
  if (figure.unit === 'working-days') {
    const days = cases.flatMap((one) => figure.weigh(one) ?? []).sort((one, other) => one - other);
    return { value: days.find((_, index) => (index + 1) * 100 >= figure.percentile * days.length) ?? null, n: days.length };
  }
  const parts = cases.flatMap((one) => figure.weigh(one) ?? []);
  return { value: parts.reduce((sum, part) => sum + part.value, 0), n: parts.reduce((sum, part) => sum + part.of, 0) };
}
