import type { Recorded } from '#event-log';
import { readOrganisationFolder } from '#node';
import { streamOf } from '#organisation';
import { TableProcessor } from '#processors';
import { openDatabase, type Database } from '#sqlite';
import { Chance } from '#test/chance';
import { byCase, naiveReport, type NaiveFigures } from '#test/naive-report';
import { randomLog } from '#test/random-log';
import { ask, casesBehind, figures, promiseReport, promises, QuestionRefused, type Asked, type ReportGroup } from '#views';

const aDay = 86_400_000;
const end = '2027-06-30T12:00:00.000Z';

/** A year of made-up cases at Region Gotland. */
async function yearOf(chance: Chance, cases: number): Promise<{ db: Database; log: readonly Recorded[] }> {
  const log = randomLog(chance, cases);
  return { db: await viewOf(log), log };
}

async function viewOf(log: readonly Recorded[]): Promise<Database> {
  const db = openDatabase(':memory:', { synchronous: 'NORMAL' });
  const processor = new TableProcessor(db, promises());
  processor.take([...(await regionGotland()), ...log], 'a-log');
  expect(processor.deadLetters()).toEqual([]);
  return db;
}

async function regionGotland(): Promise<readonly Recorded[]> {
  const events = await readOrganisationFolder('organisations/region-gotland');
  return events.map((event, revision) => ({
    id: `organisation ${revision}`,
    stream: streamOf(event),
    revision,
    position: `sqlite:${revision + 1}`,
    type: event.type,
    data: event.data,
    metadata: { actor: 'system', commandId: '', correlationId: '', schemaVersion: 1, recordedAt: '2025-12-01T08:00:00.000Z' },
  }));
}

const report = (db: Database, asked: Asked) => promiseReport(db, ask(asked, end)).groups;
const nameOf = ({ view, by }: ReportGroup): string => [view, ...Object.values(by)].join(' ');
const figuresOf = ({ figures = [] }: ReportGroup): NaiveFigures =>
  Object.fromEntries(figures.map(({ figure, value, n }) => [figure, [value, n]]));

describe('a report', () => {
  // A thousand histories and a thousand instants in all.
  it.each([2026, 2027, 2028, 2029])('gives the figures at any instant as a naive reading of the events does (%d)', async (seed) => {
    const chance = new Chance(seed);
    const { db, log } = await yearOf(chance, 250);
    const cases = byCase(log);
    const instants = log.map(({ metadata }) => metadata.recordedAt);
    let compared = 0;
    for (let turn = 0; turn < 250; turn++) {
      const asOf = chance.oneOf(instants) ?? end;
      const first = Date.UTC(2025, 11, 20) + chance.between(0, 380) * aDay;
      const last = first + (chance.next() < 0.3 ? 400 : chance.between(0, 60)) * aDay;
      const [from = '', to = ''] = [first, last].map((time) => new Date(time).toISOString().slice(0, 10));
      const naive = naiveReport(cases, { from, to, asOf });
      const groups = report(db, { from, to, asOf }).filter(({ view }) => view !== 'administration');
      expect(groups.map(nameOf).sort()).toEqual([...naive.keys()].sort());
      const shown = groups.filter((group) => group.figures);
      expect(shown.map((group) => [nameOf(group), figuresOf(group)])).toEqual(
        shown.map((group) => [nameOf(group), naive.get(nameOf(group))]),
      );
      compared += shown.length;
    }
    expect(compared).toBeGreaterThan(400);
  });

  it('is the same whenever it is asked again for an instant, whatever was recorded since', async () => {
    const log = randomLog(new Chance(7), 200);
    const asOf = log[log.length >> 1]?.metadata.recordedAt ?? '';
    const asked = { from: '2026-01-01', to: '2026-12-31', asOf, groupBy: 'board,kind', period: 'quarter' };
    const past = log.filter(({ metadata }) => metadata.recordedAt <= asOf);
    expect(report(await viewOf(log), asked)).toEqual(report(await viewOf(past), asked));
  });

  it('follows up as the service policy does: the region, customer service, every board and every administration', async () => {
    const { db } = await yearOf(new Chance(3), 200);
    const groups = report(db, { from: '2026-01-01', to: '2026-12-31' });
    expect(groups.map(nameOf)).toEqual([
      'region',
      'customer-service',
      ...['MBN', 'RS', 'SON', 'TN'].map((board) => `board ${board}`),
      ...['RSF', 'SBF', 'SOF', 'TKF'].map((administration) => `administration ${administration}`),
    ]);
    expect(groups.map(({ name }) => name.sv)).toEqual(
      expect.arrayContaining(['Hela organisationen', 'Kundtjänst', 'Tekniska nämnden', 'Teknikförvaltningen']),
    );
    expect(new Set(figures.map(({ goal }) => goal))).toEqual(new Set(['participation', 'accessibility']));
  });

  it.each([
    ['month', 12, '2026-01'],
    ['quarter', 4, '2026-K1'],
    ['tertial', 3, '2026-T1'],
    ['half-year', 2, '2026-H1'],
    ['year', 1, '2026'],
  ])('stands once for each %s', async (period, count, first) => {
    const { db } = await yearOf(new Chance(4), 300);
    const groups = report(db, { from: '2026-01-01', to: '2026-12-31', groupBy: 'kind', kind: 'klagomal', period });
    expect([groups.length, groups[0]?.by]).toEqual([count, { period: first, kind: 'klagomal' }]);
  });

  it('counts only what is asked for, and by what is asked for', async () => {
    const { db } = await yearOf(new Chance(5), 300);
    const received = (asked: Asked) =>
      report(db, { from: '2026-01-01', to: '2026-12-31', ...asked }).map((group) => figuresOf(group)['received']?.[0]);
    const [all] = received({});
    const byChannel = received({ groupBy: 'channel' });
    expect(byChannel.reduce((sum: number, one) => sum + Number(one), 0)).toBe(all);
    expect(received({ channel: 'letter', groupBy: 'channel' })).toEqual([byChannel[1]]);
    expect(received({ administration: 'TKF' })[0]).toBe(received({ board: 'TN' })[0]);
  });

  it.each<[Asked, string, string]>([
    [{ from: '2026-02-01', to: '2026-01-31' }, 'to', 'period-ends-before-it-starts'],
    [{ from: '2026-02-30' }, 'from', 'not-a-date'],
    [{ asOf: '2027-07-01T00:00:00Z' }, 'asOf', 'in-the-future'],
    [{ asOf: 'yesterday' }, 'asOf', 'not-an-instant'],
    [{ board: 'XX' }, 'board', 'unknown'],
    [{ administration: 'TN' }, 'administration', 'unknown'],
    [{ category: 'GATA' }, 'category', 'unknown'],
    [{ kind: 'klagan' }, 'kind', 'unknown'],
    [{ channel: 'fax' }, 'channel', 'unknown'],
    [{ period: 'week' }, 'period', 'unknown'],
    [{ groupBy: 'board,officer' }, 'groupBy', 'unknown'],
  ])('refuses %j', async (asked, field, code) => {
    const { db } = await yearOf(new Chance(6), 1);
    expect(() => report(db, asked)).toThrow(new QuestionRefused(field, code));
  });

  it('hides a small group that holds something secret, and enough others that nobody can take it from the whole', async () => {
    const { db } = await yearOf(new Chance(8), 12);
    const groups = report(db, { from: '2025-12-01', to: '2027-12-31', groupBy: 'board' });
    const hidden = groups.filter((group) => !group.figures).map(({ by }) => by.board);
    expect([hidden.includes('SON'), hidden.length > 1, groups.length]).toEqual([true, true, 4]);
  });
});

describe('the list behind a figure', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const everything = { open: true, secretOf: ['RS', 'TN', 'MBN', 'SON'], secretInTriageOf: ['RS'] };
  const openOnly = { open: true, secretOf: [], secretInTriageOf: [] };

  it.each(figures.filter(({ unit }) => unit === 'count' || unit === 'share').map(({ name }) => name))('adds up to %s', async (figure) => {
    const { db } = await yearOf(new Chance(9), 150);
    const { cases, more } = casesBehind(db, ask(year, end), everything, { figure, view: 'region', limit: 200 });
    const [region] = report(db, year);
    expect([cases.reduce((sum, { value }) => sum + Number(value), 0), more]).toEqual([figuresOf(region!)[figure]?.[0], 0]);
  });

  it('stops at the wall and says how many more there are', async () => {
    const { db } = await yearOf(new Chance(10), 150);
    const wanted = { figure: 'received', view: 'region', limit: 200 } as const;
    const all = casesBehind(db, ask(year, end), everything, wanted);
    const seen = casesBehind(db, ask(year, end), openOnly, wanted);
    expect(seen.readable).toBeLessThan(all.readable);
    expect(seen.readable + (seen.more ?? 0)).toBe(all.readable);
    expect(all.cases).toEqual(expect.arrayContaining([...seen.cases]));
  });

  it('pages through everything once', async () => {
    const { db } = await yearOf(new Chance(11), 60);
    const page = (after?: string) =>
      casesBehind(db, ask(year, end), everything, { figure: 'received', view: 'customer-service', limit: 7, after });
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const found = page(next);
      seen.push(...found.cases.map(({ caseId }) => caseId));
      next = found.next;
    }
    expect([new Set(seen).size, seen.length]).toEqual([page().readable, page().readable]);
  });
});
