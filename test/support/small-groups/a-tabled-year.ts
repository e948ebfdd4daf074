import { channels, kinds } from '#cases';
import { boardNear, emptyOrganisation, evolveOrganisation, type Board, type Category, type Organisation } from '#organisation';
import { releasesOf, type CaseOfOrganisation, type Told } from '#views';
import type { Chance } from '../chance.js';
import { regionGotland } from '../region-gotland.js';

/** A year of made-up cases, with a few of nearly everything and much of some of it. */
export interface TabledYear {
  readonly organisation: Organisation;
  readonly told: readonly (Told & { readonly cases: readonly CaseOfOrganisation[] })[];
}

export const year = 2026;

/** Every tenth in Region Gotland, the others in an organisation of a few boards, where there is less to hide behind. */
export function aTabledYear(chance: Chance): TabledYear {
  const organisation = chance.next() < 0.1 ? regionGotland() : someBoards(chance);
  const skew = chance.oneOf([0.5, 2, 6]) ?? 1;
  const weighted = <T>(items: readonly T[]): (() => T) => byWeight(items, skew, chance);
  const among = {
    board: weighted([...organisation.boards.keys()]),
    kind: weighted(kinds),
    channel: weighted(channels),
    category: weighted([...organisation.categories.keys(), null]),
    traits: Array.from({ length: 12 }, () => chance.oneOf([0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1]) ?? 0),
  };
  const size = Math.floor(10 ** chance.between(0.7, 3.5));
  const cases = Array.from({ length: size }, (_, number) => aCase(chance, organisation, { ...among, number }));
  return tabledYear(organisation, cases);
}

/** The year of some cases, told tertial by tertial. */
export const tabledYear = (organisation: Organisation, cases: readonly CaseOfOrganisation[]): TabledYear => ({
  organisation,
  told: releasesOf(year, '2027-12-31').map((release) => ({
    release,
    organisation,
    cases: cases.filter(({ receivedDate }) => release.from <= receivedDate && receivedDate <= release.to),
  })),
});

/** Some come often; the more skewed, the more of the others hardly ever. */
function byWeight<T>(items: readonly T[], skew: number, chance: Chance): () => T {
  const weights = items.map(() => chance.next() ** skew);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let left = chance.next() * all;
    return items.find((_, index) => (left -= weights[index] ?? 0) <= 0) ?? (items[0] as T);
  };
}

interface Among {
  readonly number: number;
  readonly board: () => string;
  readonly kind: () => string;
  readonly channel: () => string;
  readonly category: () => string | null;
  readonly traits: readonly number[];
}

function aCase(chance: Chance, organisation: Organisation, { number, traits, ...among }: Among): CaseOfOrganisation {
  const has = (trait: number): 0 | 1 => (chance.next() < (traits[trait] ?? 0) ? 1 : 0);
  const board = among.board();
  const receivedDate = new Date(Date.UTC(year, 0, 1 + Math.floor(365 * chance.next()))).toISOString().slice(0, 10);
  const [answered, late, actions, delays] = [has(0), has(1), has(2), has(3)];
  return {
    number,
    receivedDate,
    board,
    administration: boardNear(organisation, board, receivedDate)?.administration.code ?? null,
    firstBoard: has(4) ? null : board,
    kind: among.kind(),
    channel: among.channel(),
    category: among.category(),
    secret: has(5),
    anonymous: has(6),
    byMail: has(7),
    undeliverable: has(8),
    concluded: answered,
    transfers: has(9) + has(9),
    returns: has(9) * has(10),
    reopened: answered * has(10),
    satisfied: answered && has(11) ? has(6) : null,
    actions: actions + has(2),
    actionsDone: actions * has(10),
    acknowledgementKept: has(7),
    acknowledgementMissed: has(8),
    answerKept: answered,
    answerMissed: late,
    answeredOn: answered ? receivedDate : null,
    overdueSince: !answered && late ? receivedDate : null,
    delaysInTime: delays + has(3),
    delaysVoid: has(1) * delays,
    daysToAnswer: answered ? Math.floor(chance.between(0, 30)) : undefined,
  };
}

/** Boards of a few administrations, with categories. */
function someBoards(chance: Chance): Organisation {
  const administrations = Math.floor(chance.between(1, 5));
  const boards = Math.floor(chance.between(2, 8));
  const gotland = regionGotland();
  const [board] = gotland.boards.get('TN') ?? [];
  const [category] = [...gotland.categories.values()][0] ?? [];
  const names = (code: string) => ({ code, nameSv: code, nameEn: code });
  const facts = [
    ...Array.from({ length: boards }, (_, number) => {
      const administration = names(`A${Math.floor(chance.next() * administrations)}`);
      return {
        type: 'BoardPublished' as const,
        code: `B${number}`,
        version: { ...(board as Board), ...names(`B${number}`), administration },
      };
    }),
    ...Array.from({ length: 6 }, (_, number) => ({
      type: 'CategoryPublished' as const,
      code: `C${number}`,
      version: { ...(category as Category), ...names(`C${number}`) },
    })),
  ];
  return facts.reduce(
    (organisation, { type, code, version }) => evolveOrganisation(organisation, { type, data: { code, versions: [version] } } as never),
    emptyOrganisation,
  );
}
