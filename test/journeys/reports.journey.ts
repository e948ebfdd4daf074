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
  readonly hidden: string | null;
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
  it('gives every figure with its n, its definition in both languages, and says what it leaves out', async () => {
    const { body } = await quality.get('/reports/promises');
    const [region] = body.groups as Group[];
    expect(figure(region!, 'received')).toEqual({ figure: 'received', value: 7, n: 7, percent: null });
    expect(figure(region!, 'answered-in-time')).toEqual({ figure: 'answered-in-time', value: 4, n: 4, percent: 100 });
    expect(figure(region!, 'days-to-answer-median')).toMatchObject({ value: 0, n: 4 });
    expect(body.definitions.map((one: { figure: string }) => one.figure)).toEqual(region!.figures.map((one) => one.figure));
    expect(body).toMatchObject({ method: 2, lastEvent: expect.any(String) });
  });

  it('is the same for every reader, and hides the small secret group and who could give it away', async () => {
    const groups = await groupsOf(quality, '?groupBy=board');
    expect(groups.map(({ by, hidden }) => [by['board'], hidden])).toEqual([
      ['SON', 'small-group'],
      ['TN', 'small-group'],
    ]);
    expect(await groupsOf(care, '?groupBy=board')).toEqual(groups);
  });

  it('knows what was known then', async () => {
    expect(await groupsOf(quality, '?asOf=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('comes as a table, too', async () => {
    const { headers, text } = await quality.get('/reports/promises?format=csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [, received = '', , answered = ''] = text.split('\r\n');
    expect([text.codePointAt(0), received]).toEqual([0xfeff, 'region;Hela organisationen;;;;;;;received;Inkomna;7;7;']);
    expect(answered).toContain('answered-in-time;Besvarade i tid;4;4;100');
    const { text: plain } = await quality.get('/reports/promises?format=csv&for=machines');
    expect(plain.split('\r\n')[1]).toBe('region,Hela organisationen,,,,,,,received,Inkomna,7,7,');
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
  it('shows what the reader may read, and says how many more there are', async () => {
    const list = async (reader: AnApi) => (await reader.get('/reports/promises/cases?figure=received')).body;
    expect(await list(roads)).toMatchObject({ readable: 6, more: 1, hidden: null, next: null });
    expect(await list(care)).toMatchObject({ readable: 1, more: 6 });
    expect(await list(quality)).toMatchObject({ readable: 6, more: 1 });
    expect((await list(roads)).cases[0]).toMatchObject({ board: 'TN', value: 1, of: 1, reference: expect.stringMatching(/^RG-/) });
  });

  it('tells nothing of a group so small that the number would', async () => {
    const { body } = await roads.get('/reports/promises/cases?figure=received&board=SON');
    expect(body).toMatchObject({ cases: [], readable: 0, more: null, hidden: 'small-group' });
  });
});

describe('a frozen report', () => {
  let frozen: FrozenReport;

  it('is frozen once, however often it is asked for', async () => {
    const ask = (asked: object) => quality.post('/reports/frozen', asked, { 'idempotency-key': 'the-year' });
    const { status, body } = await ask({ groupBy: 'kind' });
    frozen = body as FrozenReport;
    expect([status, frozen.cases.count, frozen.method]).toEqual([201, 7, 2]);
    expect((await ask({ groupBy: 'kind' })).body).toEqual(body);
    expect((await ask({ groupBy: 'board' })).status).toBe(409);
    expect((await roads.get(`/reports/frozen/${frozen.reportId}`)).body).toEqual(body);
    expect((await roads.get('/reports/frozen/3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13')).status).toBe(404);
  });

  it('comes out again from the log, also when more has happened since', async () => {
    await authority.caseOf(roads, await authority.submit({ category: 'GATA.SNOROJNING' }));
    const { code, out } = await aConsole(authority.server.dataFolder).run('report', 'verify', frozen.reportId);
    expect([code, out]).toEqual([0, expect.stringContaining('Counted again, and the same.')]);
  });

  it('is caught when it is not what the log says', async () => {
    const { dataFolder } = authority.server;
    const [group, ...groups] = frozen.groups;
    const [received, ...figures] = group?.figures ?? [];
    const reportId = '3f2a8c1e-5b7d-8e90-9a61-2c4d8e6f0b13';
    const { reportId: _, question, method, lastEvent } = frozen;
    const embellished = { ...received, value: 8 };
    const data = {
      ...{ reportId, question, method, lastEvent },
      cases: { ...frozen.cases, sha256: '0'.repeat(64) },
      groups: [{ ...group, figures: [embellished, ...figures] }, ...groups],
    };
    await appended(dataFolder, frozenStream(reportId), { type: 'ReportFrozen', data });
    const { code, out } = await aConsole(dataFolder).run('report', 'verify', reportId);
    expect([code, out]).toEqual([1, expect.stringContaining('received: frozen {"value":8,"n":7}, counted {"value":7,"n":7}')]);
    expect(out).toContain('SHA-256 of the cases: frozen 000');
  });
});

describe('the console', () => {
  it('tells the same figures beside the server, in words, as JSON and as a table', async () => {
    const console = aConsole(authority.server.dataFolder);
    const words = await console.run('report');
    expect([words.code, words.out]).toEqual([0, expect.stringMatching(/Received +8 +of 8/)]);
    const { groups } = JSON.parse((await console.run('report', '--json', '--by', 'channel')).out) as { groups: Group[] };
    expect(figure(groups[0]!, 'received')).toMatchObject({ value: 8, n: 8 });
    expect((await console.run('report', '--csv')).out).toMatch(
      /^\uFEFFvy;grupp;[^]*region;Hela organisationen;;;;;;;received;Inkomna;8;8;/,
    );
    expect((await console.run('report', '--csv', '--machine')).out).toContain('region,Hela organisationen,,,,,,,received,Inkomna,8,8,');
  });

  it.each([
    [['--from', '2026-02-01', '--to', '2026-01-31'], 'to: period ends before it starts.'],
    [['--board', 'XX'], 'board: unknown.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await aConsole(authority.server.dataFolder).run('report', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

async function appended(dataDir: string, stream: string, event: { type: string; data: object }): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir, EVALUATION: 'yes' }, process.cwd());
  const { log, close } = await openRecords(settings, {
    root: process.cwd(),
    fatal: (error: unknown) => {
      throw error;
    },
  });
  const commandId = '5d0c1a6e-9b27-8f34-a1d8-7c3e2b4f6a90';
  await log.append(stream, 'no-stream', [event], {
    actor: 'somebody',
    commandId,
    correlationId: commandId,
    recordedAt: new Date().toISOString(),
  });
  await close();
}
