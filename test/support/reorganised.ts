import {
  emptyOrganisation,
  evolveOrganisation,
  readOrganisation,
  type Board,
  type Category,
  type Organisation,
  type Validity,
} from '#organisation';
import { dayAfter, type LocalDate } from '#promises';
import { regionGotlandFiles } from './region-gotland.js';

type Files = Readonly<Record<string, string>>;

const ending = ['TN', 'MBN'];

/** The board of roads and the board of building are one after a last day: the default organisation's files, as its council might decide it. */
export function mergedFiles(lastDay: LocalDate = '2026-12-31'): Files {
  const firstDay = dayAfter(lastDay);
  const files = regionGotlandFiles();
  const boards = JSON.parse(files['boards.json'] ?? '[]') as (Board & Validity)[];
  const categories = JSON.parse(files['categories.json'] ?? '[]') as (Omit<Category, 'alsoInformBoards'> &
    Partial<Pick<Category, 'alsoInformBoards'>>)[];
  const mbn = boards.find(({ code }) => code === 'MBN');
  const successor = {
    ...mbn,
    ...{ code: 'SBN', nameSv: 'Samhällsbyggnadsnämnden', nameEn: 'Community Development Committee', diaryPrefix: 'SBN' },
    ...{ note: null, validFrom: firstDay, validTo: null },
  };
  const ended = boards.map((board) => (ending.includes(board.code) ? { ...board, validTo: lastDay, successor: 'SBN' } : board));
  const moved = categories.flatMap((category) => {
    const { boardCode, alsoInformBoards = [] } = category;
    if (![boardCode, ...alsoInformBoards].some((code) => ending.includes(code))) return [category];
    return [
      { ...category, validTo: lastDay },
      { ...category, boardCode: then(boardCode), alsoInformBoards: alsoInformBoards.map(then), validFrom: firstDay },
    ];
  });
  return { ...files, 'boards.json': text([...ended, successor]), 'categories.json': text(moved) };
}

/** The same organisation, as it is after an import. */
export const merged = (): Organisation =>
  readOrganisation(mergedFiles())
    .flatMap(({ facts }) => facts)
    .reduce(evolveOrganisation, emptyOrganisation);

/** Files in which boards are told otherwise, by their codes. */
export const withBoards = (files: Files, change: Readonly<Record<string, object>>): Files => ({
  ...files,
  'boards.json': text((JSON.parse(files['boards.json'] ?? '[]') as Board[]).map((board) => ({ ...board, ...change[board.code] }))),
});

const then = (code: string): string => (ending.includes(code) ? 'SBN' : code);

const text = (entries: readonly object[]): string => JSON.stringify(entries, null, 2);
