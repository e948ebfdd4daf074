import {
  boardNear,
  boardsReachedFrom,
  categoryNear,
  complaintText,
  emptyOrganisation,
  evolveOrganisation,
  frontBoardOn,
  readOrganisation,
  successionsOn,
  successorOn,
  suggestRoute,
  type Board,
  type Organisation,
} from '#organisation';
import { merged, mergedFiles, withBoards } from '#test/reorganised';
import { regionGotlandFiles } from '#test/region-gotland';

const lastDay = '2026-12-31';
const firstDay = '2027-01-01';
const org = merged();

/** An organisation of nothing but boards: each with its last day and its successor. */
const boards = (...told: Partial<Board>[]): Organisation =>
  told.reduce<Organisation>(
    (before, board) =>
      evolveOrganisation(before, {
        type: 'BoardPublished',
        data: { code: board.code!, versions: [{ validFrom: null, validTo: null, successor: null, ...board } as Board] },
      }),
    emptyOrganisation,
  );

describe('a board that ends', () => {
  it('is itself until its last day, and its successor from the next', () => {
    const at = (date: string) => ['TN', 'MBN', 'SBN', 'SON'].map((code) => successorOn(org, code, date)?.code);
    expect(at(lastDay)).toEqual(['TN', 'MBN', undefined, 'SON']);
    expect(at(firstDay)).toEqual(['SBN', 'SBN', 'SBN', 'SON']);
    expect(successionsOn(org, lastDay)).toEqual([]);
    expect(successionsOn(org, firstDay).map(({ ended, successor }) => `${ended} ${successor.code}`)).toEqual(['TN SBN', 'MBN SBN']);
  });

  it('is followed as far as successors go, and nowhere if there is none', () => {
    const chain = boards(
      { code: 'A', validTo: '2020-12-31', successor: 'B' },
      { code: 'B', validTo: '2024-12-31', successor: 'C' },
      { code: 'C' },
      { code: 'D', validTo: '2024-12-31' },
    );
    expect(['A', 'B', 'C', 'D', 'X'].map((code) => successorOn(chain, code, '2026-01-01')?.code)).toEqual([
      'C',
      'C',
      'C',
      undefined,
      undefined,
    ]);
    expect(successorOn(chain, 'A', '2022-01-01')?.code).toBe('B');
    const circle = boards({ code: 'A', validTo: '2020-12-31', successor: 'B' }, { code: 'B', validTo: '2020-12-31', successor: 'A' });
    expect(successorOn(circle, 'A', '2026-01-01')).toBeUndefined();
  });

  it('takes the roles at it along, and leaves its cases to the roles at its successor', () => {
    const reached = (date: string) => ['TN', 'SBN', 'SON'].map((code) => boardsReachedFrom(org, code, date));
    expect(reached(lastDay)).toEqual([['TN'], ['SBN'], ['SON']]);
    expect(reached(firstDay)).toEqual([[], ['SBN', 'TN', 'MBN'], ['SON']]);
  });

  it('is still called what it was called', () => {
    expect(boardNear(org, 'TN', '2030-01-01')?.nameSv).toBe('Tekniska nämnden');
    expect(boardNear(org, 'SBN', '2026-01-01')?.nameSv).toBe('Samhällsbyggnadsnämnden');
    expect(boardNear(org, 'XX', '2026-01-01')).toBeUndefined();
    expect(categoryNear(org, 'GATA.SNOROJNING', '2030-01-01')?.boardCode).toBe('SBN');
  });

  it('as front board is followed by its successor, and one that is yet to begin stands in for what was before', () => {
    const front = (frontBoard: string, date: string) =>
      frontBoardOn({ ...org, description: { ...org.description!, frontBoard } }, date).code;
    expect([front('TN', lastDay), front('TN', firstDay), front('SBN', lastDay)]).toEqual(['TN', 'SBN', 'SBN']);
  });

  it('leaves its words to its successor: what spoke for it speaks for that one', () => {
    const text = 'Plogbilen har inte kommit på tre dagar. När ska ni ploga Söderväg?';
    const routed = (receivedDate: string) => suggestRoute({ text, receivedDate }, org);
    expect(routed(lastDay)).toMatchObject({ decision: 'route', boardCode: 'TN' });
    expect(routed(firstDay)).toMatchObject({ decision: 'route', boardCode: 'SBN', categoryCode: routed(lastDay).categoryCode });
    expect(routed(firstDay).matched).toEqual(routed(lastDay).matched);
  });
});

describe('the folder of an organisation', () => {
  const complaints = (change: Record<string, object>): string[] =>
    readOrganisation(withBoards(mergedFiles(), change)).flatMap((file) => file.complaints.map(complaintText));

  it('in which two boards become one is understood', () => {
    expect(complaints({})).toEqual([]);
  });

  it.each<[string, Record<string, object>, RegExp]>([
    [
      'ends and says not who has its cases then',
      { TN: { successor: null } },
      /successor: is missing: TN receives submissions, and .* 2027-01-01$/,
    ],
    ['does not end', { SON: { successor: 'HSN' } }, /successor: SON has no last day, so nobody can succeed it$/],
    ['is succeeded by nobody known', { TN: { successor: 'XX' } }, /successor: XX is not defined$/],
    ['is succeeded too late', { SBN: { validFrom: '2027-01-02' } }, /successor: SBN does not exist on 2027-01-01, the day after the last$/],
    ['succeeds itself', { TN: { successor: 'TN' } }, /successor: TN does not exist on 2027-01-01/],
    [
      'succeeds itself the long way round',
      { TN: { successor: 'MBN' }, MBN: { successor: 'TN' } },
      /successor: (MBN|TN) does not exist on 2027-01-01/,
    ],
    ['is succeeded by the council', { TN: { successor: 'RF' } }, /successor: RF receives no submissions$/],
    [
      'is independent, and its successor is not',
      { PAN: { validTo: '2026-12-31', successor: 'HSN' } },
      /successor: HSN is not independent of those that PAN examines$/,
    ],
    ['has the diary of another', { SBN: { diaryPrefix: 'MBN' } }, /diaryPrefix: (MBN|SBN) has it too: two cases would bear one number$/],
  ])('in which a board %s is refused, with line and field', (_, change, complaint) => {
    const found = complaints(change).filter((one) => one.startsWith('boards.json'));
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
    expect(found[0]).toMatch(/^boards\.json:\d+:\d+ /);
  });

  it('in which a board names a successor before its last version is refused', () => {
    const files = regionGotlandFiles();
    const boards = JSON.parse(files['boards.json']!) as Board[];
    const [tn] = boards.filter(({ code }) => code === 'TN');
    const versions = [
      { ...tn, validTo: lastDay, successor: 'MBN' },
      { ...tn, validFrom: firstDay },
    ];
    const text = JSON.stringify([...boards.filter(({ code }) => code !== 'TN'), ...versions]);
    const found = readOrganisation({ ...files, 'boards.json': text }).flatMap((file) => file.complaints.map(complaintText));
    expect(found).toEqual([expect.stringMatching(/successor: belongs to the last version of TN: after this one comes another$/)]);
  });

  it('in which the front board receives no submissions is refused: nobody would have them when it ends', () => {
    const files = regionGotlandFiles();
    const council = { 'organisation.json': files['organisation.json']!.replace(/"frontBoard": *"RS"/, '"frontBoard": "RF"') };
    expect(readOrganisation({ ...files, ...council }).flatMap((file) => file.complaints.map(complaintText))).toEqual([
      expect.stringMatching(/^organisation\.json:\d+:\d+ frontBoard: RF receives no submissions$/),
    ]);
  });

  it('in which a category stays with a board that ends is refused, and says whose it is then', () => {
    const found = readOrganisation({ ...mergedFiles(), 'categories.json': regionGotlandFiles()['categories.json']! });
    expect(found.flatMap((file) => file.complaints.map(complaintText))[0]).toMatch(
      /^categories\.json:\d+:\d+ boardCode: (TN|MBN) does not exist on every day that this is valid: from 2027-01-01 it is SBN$/,
    );
  });
});
