import { openRecords } from '#node';
import { readSettings } from '#settings';
import { frozenStream, type FrozenReport } from '#views';
import { aConsole } from '#test/a-console';
import { anAuthority } from '#test/an-authority';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();
let roads: AnApi;
let care: AnApi;
let quality: AnApi;

interface Group {
  readonly view: string;
  readonly by: Readonly<Record<string, string>>;
  readonly figures: readonly { readonly figure: string; readonly value: unknown; readonly n: number; readonly percent: number | null }[];
}

beforeAll(async () => {
  roads = await authority.as('hanna.handlaggare-tn');
  care = await authority.as('helena.handlaggare-son');
  quality = await authority.as('kerstin.kvalitet');
  for (let number = 0; number < 6; number++) {
    const { caseId } = await authority.caseOf(roads, await authority.submit({ category: 'GATA.SNOROJNING' }));
    if (number < 4) expect((await roads.post(`/cases/${caseId}/answers`, { text: 'Vi plogar nu.', by: 'phone' })).status).toBe(201);
  }
  const secret = { text: 'Mamma får inte sin matlåda.', category: 'AO.HEMTJANST' };
  await authority.caseOf(care, await authority.submit(secret));
});

const groupsOf = async (reader: AnApi, query = ''): Promise<readonly Group[]> => {
  const { status, body } = await reader.get(`/reports/promises${query}`);
  expect(status).toBe(200);
  return body.groups;
};
const figure = ({ figures }: Group, name: string) => figures.find((one) => one.figure === name);

describe('a report', () => {
  it('gives every figure with its n, its definition in both languages, and says whose cases it counts', async () => {
    const { body } = await roads.get('/reports/promises');
    const [region] = body.groups as Group[];
    expect(figure(region!, 'received')).toEqual({ figure: 'received', value: 6, n: 6, percent: null });
    expect(figure(region!, 'answered-in-time')).toEqual({ figure: 'answered-in-time', value: 4, n: 4, percent: 100 });
    expect(figure(region!, 'days-to-answer-median')).toMatchObject({ value: 0, n: 4 });
    expect(body.definitions.map((one: { figure: string }) => one.figure)).toEqual(region!.figures.map((one) => one.figure));
    expect(body).toMatchObject({ method: 2, counted: 'readable-cases' });
  });

  it('tells nobody that something has happened to what they may not read', async () => {
    const tells = async () => {
      const { body } = await roads.get('/reports/promises?groupBy=board');
      return { ...body, question: { ...body.question, asOf: 'when it was asked' } };
    };
    const before = await tells();
    await authority.caseOf(care, await authority.submit({ text: 'Hemtjänsten kom inte.', category: 'AO.HEMTJANST' }));
    const after = await tells();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain('lastEvent');
  });

  it('counts for a reader what the reader may read, whatever is asked', async () => {
    const boards = async (reader: AnApi) => (await groupsOf(reader, '?groupBy=board')).map(({ by }) => by['board']);
    expect(await boards(roads)).toEqual(['TN']);
    expect(await boards(care)).toContain('SON');
    expect(await groupsOf(roads, '?groupBy=kind&board=SON')).toEqual([]);
  });

  it('knows what was known then', async () => {
    expect(await groupsOf(quality, '?asOf=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('comes as a table, too', async () => {
    const { headers, text } = await roads.get('/reports/promises?format=csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [, received = '', , answered = ''] = text.split('\r\n');
    expect([text.codePointAt(0), received]).toEqual([0xfeff, 'region;Hela organisationen;;;;;;;received;Inkomna;6;6;']);
    expect(answered).toContain('answered-in-time;Besvarade i tid;4;4;100');
    const { text: plain } = await roads.get('/reports/promises?format=csv&for=machines');
    expect(plain.split('\r\n')[1]).toBe('region,Hela organisationen,,,,,,,received,Inkomna,6,6,');
  });

  it.each([
    ['?from=2026-02-01&to=2026-01-31', 'to', 'period-ends-before-it-starts'],
    ['?board=XX', 'board', 'unknown'],
    ['?kind=klagan', 'kind', 'isIn'],
    ['?asOf=2090-01-01T00:00:00Z', 'asOf', 'in-the-future'],
    ['?sort=board', 'sort', 'whitelistValidation'],
    ['/cases?figure=happiness', 'figure', 'unknown'],
  ])('refuses %s', async (query, field, code) => {
    const { status, body } = await quality.get(`/reports/promises${query}`);
    expect([status, body.errors]).toEqual([422, [{ field, code }]]);
  });
});

describe('the list behind a figure', () => {
  it('shows what the reader may read, and nothing of what else there is', async () => {
    const list = async (reader: AnApi, query = '') => (await reader.get(`/reports/promises/cases?figure=received${query}`)).body;
    const { cases, ...rest } = await list(roads);
    expect([cases.length, rest]).toEqual([6, { figure: 'received', next: null }]);
    expect(cases[0]).toMatchObject({ board: 'TN', value: 1, of: 1, reference: expect.stringMatching(/^RG-/) });
    expect(await list(roads, '&board=SON')).toEqual({ figure: 'received', cases: [], next: null });
    expect((await list(care, '&board=SON')).cases.length).toBe(2);
  });
});

describe('the tables that everybody is told', () => {
  it('are the same for every reader, and have every row, also where there is nothing', async () => {
    const { status, body } = await roads.get('/reports/tables?year=2025');
    expect([status, body.counted, body.releases.length]).toEqual([200, 'all-cases', 3]);
    expect((await quality.get('/reports/tables?year=2025')).body).toEqual(body);
    const rows = (view: string) => body.groups.filter((group: Group) => group.view === view).length;
    expect([rows('region'), rows('board'), rows('kind')]).toEqual([2 * (12 + 3 + 1), 2 * 4 * 11, 2 * 4 * 4]);
    expect(body.groups.flatMap((group: Group) => group.figures).every((one: { hidden: string }) => one.hidden === 'small-group')).toBe(
      true,
    );
  });

  it('come as a file, too', async () => {
    const { text } = await roads.get('/reports/tables?year=2025&format=csv');
    expect(text.split('\r\n')[1]).toBe('öppna;region;Hela organisationen, 2025-T1;2025-T1;;;;;;received;Inkomna;;;;Dold: liten grupp');
  });

  it.each([
    ['asOf=2026-10-30', 'asOf', 'not-the-end-of-a-month'],
    ['asOf=2026-02-31', 'asOf', 'isDay'],
    ['asOf=2026-10-31T10:00:00Z', 'asOf', 'isDay'],
    ['asOf=2090-01-31', 'asOf', 'in-the-future'],
    ['asOf=2017-12-31', 'asOf', 'outside-the-calendar'],
    ['year=2026&asOf=2025-12-31', 'asOf', 'before-the-year'],
    ['year=1999', 'year', 'out-of-range'],
    ['year=9999', 'year', 'out-of-range'],
    ['board=TN', 'board', 'whitelistValidation'],
  ])('refuse %s', async (query, field, code) => {
    const { status, body } = await roads.get(`/reports/tables?${query}`);
    expect([status, body.errors]).toEqual([422, [{ field, code }]]);
  });

  it('are frozen with nothing that tells how many cases there are, and come out again from the log', async () => {
    const { status, body } = await roads.post('/reports/tables/frozen', { year: 2025 });
    expect([status, body.casesCommitment]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    for (const told of ['salt', 'lastEvent', 'count']) expect(body).not.toHaveProperty(told);
    expect((await care.get(`/reports/frozen/${body.reportId}`)).body).toEqual(body);
    const { code, out } = await aConsole(authority.server.dataFolder).run('report', 'verify', body.reportId);
    expect([code, out]).toEqual([0, expect.stringContaining('Counted again, and the same.')]);
  });
});

describe('a frozen report', () => {
  let frozen: FrozenReport;
  let reportId: string;

  it('is frozen once, however often it is asked for', async () => {
    const ask = (asked: object) => care.post('/reports/frozen', asked, { 'idempotency-key': 'the-year' });
    const { status, body } = await ask({ groupBy: 'kind' });
    reportId = body.reportId;
    expect([status, body.method]).toEqual([201, 2]);
    expect((await ask({ groupBy: 'kind' })).body).toEqual(body);
    expect((await ask({ groupBy: 'board' })).status).toBe(409);
  });

  it('is read by whoever may read all of its cases, and to others it is not there', async () => {
    const again = (await care.get(`/reports/frozen/${reportId}`)).body;
    expect(again).toMatchObject({ reportId, casesCommitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const told of ['cases', 'salt', 'lastEvent', 'reach']) expect(again).not.toHaveProperty(told);
    for (const reader of [roads, quality]) expect((await reader.get(`/reports/frozen/${reportId}`)).status).toBe(404);
    expect((await care.get('/reports/frozen/3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13')).status).toBe(404);
  });

  it('tells by the commitment to its cases nothing to who tries lists: twice the same report, two commitments', async () => {
    const [one, other] = [await care.post('/reports/frozen', { board: 'SON' }), await care.post('/reports/frozen', { board: 'SON' })];
    expect(one.body.groups).toEqual(other.body.groups);
    expect(one.body.casesCommitment).not.toBe(other.body.casesCommitment);
  });

  it('comes out again from the log, also when more has happened since', async () => {
    await authority.caseOf(roads, await authority.submit({ category: 'GATA.SNOROJNING' }));
    const { code, out } = await aConsole(authority.server.dataFolder).run('report', 'verify', reportId);
    expect([code, out]).toEqual([0, expect.stringContaining('Counted again, and the same.')]);
  });

  it('is caught when it is not what the log says', async () => {
    const { dataFolder } = authority.server;
    frozen = await asFrozen(dataFolder, reportId);
    const [group, ...groups] = frozen.groups;
    const [received, ...figures] = group?.figures ?? [];
    const another = '3f2a8c1e-5b7d-8e90-9a61-2c4d8e6f0b13';
    const embellished = { ...received, value: 99 };
    const data = {
      ...{ ...frozen, reportId: another },
      cases: { ...frozen.cases, commitment: '0'.repeat(64) },
      groups: [{ ...group, figures: [embellished, ...figures] }, ...groups],
    };
    await appended(dataFolder, frozenStream(another), { type: 'ReportFrozen', data });
    const { code, out } = await aConsole(dataFolder).run('report', 'verify', another);
    expect([code, out]).toEqual([1, expect.stringMatching(/received: frozen \{"value":99,"n":\d\}, counted/)]);
    expect(out).toContain('commitment to the cases: frozen 000');
  });
});

describe('the console', () => {
  it('tells the same figures beside the server, in words, as JSON and as a table', async () => {
    const console = aConsole(authority.server.dataFolder);
    const words = await console.run('report');
    expect([words.code, words.out]).toEqual([0, expect.stringMatching(/Received +7 +of 7/)]);
    const { groups } = JSON.parse((await console.run('report', '--json', '--by', 'channel')).out) as { groups: Group[] };
    expect(figure(groups[0]!, 'received')).toMatchObject({ value: 7, n: 7 });
    expect((await console.run('report', '--csv')).out).toMatch(
      /^\uFEFFvy;grupp;[^]*region;Hela organisationen;;;;;;;received;Inkomna;7;7;/,
    );
    expect((await console.run('report', '--csv', '--machine')).out).toContain('region,Hela organisationen,,,,,,,received,Inkomna,7,7,');
  });

  it.each([
    [['--from', '2026-02-01', '--to', '2026-01-31'], 'to: period ends before it starts.'],
    [['--board', 'XX'], 'board: unknown.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await aConsole(authority.server.dataFolder).run('report', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

async function asFrozen(dataDir: string, reportId: string): Promise<FrozenReport> {
  const { log, close } = await recordsOf(dataDir);
  try {
    for await (const { data } of log.read(frozenStream(reportId))) return data as FrozenReport;
  } finally {
    await close();
  }
  throw new Error(`no report ${reportId}`);
}

const recordsOf = (dataDir: string) =>
  openRecords(readSettings({ DATA_DIR: dataDir, EVALUATION: 'yes' }, process.cwd()), {
    root: process.cwd(),
    fatal: (error: unknown) => {
      throw error;
    },
  });

async function appended(dataDir: string, stream: string, event: { type: string; data: object }): Promise<void> {
  const { log, close } = await recordsOf(dataDir);
  const commandId = '5d0c1a6e-9b27-8f34-a1d8-7c3e2b4f6a90';
  await log.append(stream, 'no-stream', [event], {
    actor: 'somebody',
    commandId,
    correlationId: commandId,
    recordedAt: new Date().toISOString(),
  });
  await close();
}
