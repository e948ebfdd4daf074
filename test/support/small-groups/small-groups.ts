import { yearTables, type TableGroup } from '#views';
import { Chance } from '../chance.js';
import { aTabledYear, year, type TabledYear } from './a-tabled-year.js';
import { administrationOf } from './add-up.js';
import { countNaively } from './count-naively.js';
import { riddleOf, type Knowledge } from './riddle.js';
import { Worlds } from './worlds.js';

/** So many values a hidden number must keep. */
const enough = 5;

/** How much a made-up year tells and hides, and what is wrong with it. */
export interface SmallGroups {
  readonly told: number;
  readonly hidden: number;
  /** Told numbers that are not so, and hidden ones for which no five values were found. */
  readonly wrong: readonly string[];
}

/** Made-up years: each from a seed and its number alone. */
export const yearOfTurn = (seed: number, turn: number): TabledYear => aTabledYear(new Chance(seed * 1_000_003 + turn));

/** The tables of a year as everybody gets them. */
export const tablesOf = ({ told }: TabledYear): readonly TableGroup[] => yearTables(year, told);

/**
 * Attacks all tables of a year at once: as everybody can, and as somebody can who knows the cases of a board.
 * @param groups what is published
 * @param insider the board
 */
export function attack(made: TabledYear, groups: readonly TableGroup[], insider: string): SmallGroups {
  const { organisation } = made;
  const truth = countNaively(groups, made);
  const hidden = foundIn({ groups, organisation, truth });
  const own = countNaively(groups, made, ({ board }) => board === insider);
  const seen = groups.map((group, index) => addedUp(group, truth[index] ?? group, othersIn(group, groups, insider, made)));
  const hiddenFromInsider = foundIn({ groups: seen, organisation, truth, own });
  const exposed = [...hidden, ...hiddenFromInsider.map(({ term, ...found }) => ({ term: `for ${insider}: ${term}`, ...found }))];
  return {
    told: groups.flatMap(({ figures }) => figures).filter(({ value }) => value !== null).length,
    hidden: hidden.length,
    wrong: [
      ...misleading(groups, truth),
      ...exposed.filter(({ values }) => values.length < enough).map(({ term, values }) => `${term}: found ${values.join(', ')} alone`),
    ],
  };
}

/** Every hidden number, with the values that it is shown to be able to have. */
export function foundIn(knowledge: Knowledge): readonly { readonly term: string; readonly values: readonly number[] }[] {
  const riddle = riddleOf(knowledge);
  const worlds = new Worlds(riddle);
  worlds.seek(enough);
  return riddle.asked.map(({ term }, at) => ({ term, values: [...(worlds.values[at] ?? [])].sort((one, other) => one - other) }));
}

/** The rows of a period that make one together with those of an insider; undefined where nobody can tell which. */
function othersIn({ cases, view, by }: TableGroup, groups: readonly TableGroup[], insider: string, { organisation }: TabledYear) {
  if (view !== 'board' && view !== 'administration') return undefined;
  const isIn = (board: string | null | undefined): boolean =>
    view === 'board' ? board === by.board : administrationOf(organisation, board) === by.administration;
  if (!isIn(insider)) return undefined;
  const rows = groups.filter((group) => group.view === 'board' && group.cases === cases && group.by.period === by.period);
  return rows.filter(({ by: { board } }) => isIn(board) && board !== insider);
}

/** A row with what follows from the own cases where the others are told: no secret, whether it is told or not. */
function addedUp(group: TableGroup, truth: TableGroup, others: readonly TableGroup[] | undefined): TableGroup {
  const figures = group.figures.map((told, place) => {
    const isKnown = (number: 'value' | 'n'): boolean => others?.every(({ figures: its }) => its[place]?.[number] !== null) ?? false;
    const is = truth.figures[place] ?? told;
    return { figure: told.figure, value: isKnown('value') ? is.value : told.value, n: isKnown('n') ? is.n : told.n };
  });
  return { ...group, figures };
}

/** What is told and not so. */
const misleading = (groups: readonly TableGroup[], truth: readonly TableGroup[]): string[] =>
  groups.flatMap((group, index) =>
    group.figures.flatMap(({ figure, value, n }, place) => {
      const is = truth[index]?.figures[place];
      const isSo = (value === null || value === is?.value) && (n === null || n === is?.n);
      return isSo ? [] : [`${group.view} ${JSON.stringify(group.by)} ${figure}: told ${value} of ${n}, is ${is?.value} of ${is?.n}`];
    }),
  );
