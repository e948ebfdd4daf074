import type { CaseOfOrganisation } from '#views';
import { regionGotland } from '#test/region-gotland';
import { tabledYear, type TabledYear } from '#test/small-groups/a-tabled-year';
import { countNaively } from '#test/small-groups/count-naively';
import { hideByGrouping } from '#test/small-groups/hide-by-grouping';
import { attack, foundIn, tablesOf, yearOfTurn } from '#test/small-groups/small-groups';
import { smallGroups } from '../campaigns/small-groups.js';

const count = Number(process.env['YEARS'] ?? 15);
const seed = Number(process.env['SEED'] ?? 2026);

it(`${count} made-up years leave every hidden number five possible values, to everybody and to a board (seed ${seed})`, async () => {
  const begun = await smallGroups.begin(seed);
  const found = await Promise.all(Array.from({ length: count }, async (_, turn) => ({ turn, ...(await begun.take(turn)) })));
  expect(found.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  const sum = (name: string): number => found.reduce((total, { figures }) => total + (figures[name] ?? 0), 0);
  expect(sum('numbers told')).toBeGreaterThan(0);
  expect(sum('numbers hidden')).toBeGreaterThan(count * 1_000);
});

describe('one secret case beside small and greater boards', () => {
  const made = fewAndMany();
  const { organisation } = made;
  const groups = tablesOf(made);
  const truth = countNaively(groups, made);
  const ofPatients = 'closed 2026-T1 received board PAN';

  it('is found where each grouping hides for itself: what the administration has more than its other board, or one that has none', () => {
    const found = foundIn({ groups: hideByGrouping(truth), organisation, truth });
    expect(found.find(({ term }) => term === ofPatients)?.values).toEqual([0, 1]); // culture 6 of 7
  });

  it('can be five numbers in the tables, to everybody and to the other board of its administration', () => {
    const found = foundIn({ groups, organisation, truth });
    expect(found.find(({ term }) => term === ofPatients)?.values.length).toBeGreaterThanOrEqual(5);
    expect(attack(made, groups, 'RS').wrong).toEqual([]);
  });
});

it('a row whose size is hidden tells nothing else, as an administration that covers its boards in another figure would tell its size', () => {
  const groups = [385, 896].flatMap((turn) => tablesOf(yearOfTurn(2026, turn)));
  const sizeless = groups.filter(({ figures }) => figures.some(({ figure, n }) => figure === 'received' && n === null));
  expect(sizeless.some(({ view }) => view === 'administration')).toBe(true);
  expect(sizeless.flatMap(({ figures }) => figures).filter(({ value, n }) => value !== null || n !== null)).toEqual([]);
});

it('the attack finds what groupings that hide for themselves let through in a made-up year', () => {
  const turns = [1].map((turn) => yearOfTurn(7, turn));
  const wrong = turns.map((made) => {
    const truth = countNaively(tablesOf(made), made);
    return attack(made, hideByGrouping(truth), '').wrong.length;
  });
  expect(wrong.filter((found) => found > 0).length).toBe(1);
});

/** One secret case of the patients' committee, 4 of building, 6 of culture and 6 of roads. */
function fewAndMany(): TabledYear {
  const organisation = regionGotland();
  const [template] = yearOfTurn(7, 1).told.flatMap(({ cases }) => cases);
  const boards = { PAN: 1, MBN: 4, RS: 6, TN: 6 };
  const cases = Object.entries(boards).flatMap(([board, many]) =>
    Array.from({ length: many }, (): CaseOfOrganisation => ({
      ...(template as CaseOfOrganisation),
      ...{ board, firstBoard: board, administration: organisation.boards.get(board)?.[0]?.administration.code ?? null },
      ...{ receivedDate: '2026-02-03', secret: 1, kind: 'klagomal', channel: 'web', category: null },
    })),
  );
  return tabledYear(organisation, cases);
}
