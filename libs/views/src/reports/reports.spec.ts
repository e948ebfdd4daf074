import type { Reach } from '#cases';
import { end, figuresOf, nameOf, report, viewOf, yearOf } from '#test/a-report';
import { Chance } from '#test/chance';
import { randomLog } from '#test/random-log';
import { ask, casesBehind, figures, promiseReport, QuestionRefused, type Asked } from '#views';
import type { Counted } from './read-cases.js';

describe('a report', () => {
  it('is the same whenever it is asked again for an instant, whatever was recorded since', async () => {
    const log = randomLog(new Chance(7), 200);
    const asOf = log[log.length >> 1]?.metadata.recordedAt ?? '';
    const asked = { from: '2026-01-01', to: '2026-12-31', asOf, groupBy: 'board,kind', period: 'quarter' };
    const ids = new Set<string>();
    // By clocks that differ, a mail can be stamped before what it tells of; no log ends between the two.
    const past = log.filter(({ id, metadata: { recordedAt, causationId } }) => {
      return recordedAt <= asOf && (causationId === undefined || ids.has(causationId)) && ids.add(id);
    });
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

  it('counts for a reader what the reader may read, whatever is asked, and tells of nothing else that it is there', async () => {
    const { db } = await yearOf(new Chance(9), 150);
    const asked = { from: '2026-01-01', to: '2026-12-31', groupBy: 'board' };
    const count = (reader: Counted) =>
      promiseReport(db, ask(asked, end), reader).groups.map((group) => [group.by.board, figuresOf(group)['received']?.[0]]);
    const readable = casesBehind(db, ask(asked, end), openOnly, { figure: 'received', view: 'region', limit: 200 }).cases;
    const sum = count(openOnly).reduce((total, [, received]) => total + Number(received), 0);
    expect(sum).toBe(readable.length);
    expect(sum).toBeLessThan(count('everything').reduce((total, [, received]) => total + Number(received), 0));
    expect(count({ ...openOnly, others: 'outline' })).toEqual([]);
  });
});

const boards = ['RS', 'TN', 'MBN', 'SON'];
const everything: Reach = { boards, triageOf: boards, anyTriage: false, others: 'whole' };
const openOnly: Reach = { boards: [], triageOf: [], anyTriage: false, others: 'whole' };

describe('the list behind a figure', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };

  it.each(figures.filter(({ unit }) => unit === 'count' || unit === 'share').map(({ name }) => name))('adds up to %s', async (figure) => {
    const { db } = await yearOf(new Chance(9), 150);
    const { cases } = casesBehind(db, ask(year, end), everything, { figure, view: 'region', limit: 200 });
    const [region] = promiseReport(db, ask(year, end), everything).groups;
    expect(cases.reduce((sum, { value }) => sum + Number(value), 0)).toBe(figuresOf(region!)[figure]?.[0]);
  });

  it('stops at the wall, and tells of a place behind it no more than of none', async () => {
    const { db } = await yearOf(new Chance(10), 150);
    const wanted = { figure: 'received', view: 'region', limit: 200 } as const;
    const all = casesBehind(db, ask(year, end), everything, wanted).cases;
    const seen = casesBehind(db, ask(year, end), openOnly, wanted).cases;
    expect(seen.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining([...seen]));
    const hidden = all.find(({ caseId }) => !seen.some((one) => one.caseId === caseId));
    for (const after of [hidden?.caseId, '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13'])
      expect(() => casesBehind(db, ask(year, end), openOnly, { ...wanted, after })).toThrow(new QuestionRefused('after', 'unknown'));
  });

  it('pages through everything once', async () => {
    const { db } = await yearOf(new Chance(11), 60);
    const page = (after?: string) =>
      casesBehind(db, ask(year, end), everything, { figure: 'received', view: 'customer-service', limit: 7, after });
    const seen: string[] = [];
    for (let found = page(); ; found = page(found.next)) {
      seen.push(...found.cases.map(({ caseId }) => caseId));
      if (found.next === undefined) break;
    }
    const groups = promiseReport(db, ask(year, end), everything).groups;
    const counted = figuresOf(groups.find(({ view }) => view === 'customer-service')!)['received']?.[0];
    expect([new Set(seen).size, seen.length]).toEqual([counted, counted]);
  });
});
