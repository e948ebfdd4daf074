import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { aClockedServer, type AClockedServer } from '#test/a-clocked-server';
import { aConsole, aFolder, type AConsole } from '#test/a-console';
import { aSynpunkt, created, listOf, type Receipt } from '#test/an-authority';
import { anApi, apiOf, type AnApi } from '#test/an-api';
import { healthOf } from '#test/a-watch';
import { eventually } from '#test/eventually';
import { mergedFiles } from '#test/reorganised';

const year = 'from=2026-01-01&to=2026-12-31';
const beforeTheDay = '2026-12-31T12:00:00.000Z';

let server: AClockedServer;
let console: AConsole;
/** An officer of roads, who goes on at the new board; one of building, who does not; and others. */
let hanna: AnApi;
let hedda: AnApi;
let helena: AnApi;
let rolf: AnApi;
let quality: AnApi;

interface Followed {
  readonly receipt: Receipt;
  readonly caseId: string;
}
const cases: Record<string, Followed> = {};
const caseIdOf = (name: string): string => cases[name]?.caseId ?? '';
const seenBefore: Record<string, Case> = {};

interface Case {
  readonly board: string;
  readonly status: string;
  readonly officer: string | null;
  readonly receivedDate: string;
  readonly promisedDate: string;
  readonly diaryNumbers: readonly string[];
  readonly revision: number;
}

const folder = aFolder();

beforeAll(async () => {
  const organisation = join(folder, 'organisation');
  mkdirSync(organisation);
  for (const [name, text] of Object.entries(mergedFiles())) writeFileSync(join(organisation, name), text);
  cpSync('organisations/region-gotland/evaluation-people.json', join(organisation, 'evaluation-people.json'));
  server = await aClockedServer(organisation, '2026-12-10T09:00:00.000Z');
  console = aConsole(server.dataFolder);
  Object.assign(process.env, { PORT: new URL(server.address).port });
  const as = (slug: string) => apiOf(server, slug);
  hanna = await as('hanna.handlaggare-tn');
  hedda = await as('hedda.handlaggare-mbn');
  helena = await as('helena.handlaggare-son');
  rolf = await as('rolf.registrator');
  quality = await as('kerstin.kvalitet');
});
afterAll(() => server.remove());

const roads = { category: 'GATA.SNOROJNING' };
const building = { category: 'MILJO.AVLOPP', text: 'Grannens avlopp rinner ut i diket.' };

async function submit(name: string, said: object): Promise<string> {
  const receipt = created(await anApi(server).post('/submissions', { ...aSynpunkt, ...said }));
  await server.node.quiet();
  const found = (await listOf(rolf)).find(({ reference }) => reference === receipt.reference);
  cases[name] = { receipt, caseId: found?.caseId ?? '' };
  return caseIdOf(name);
}
const does = async (who: AnApi, name: string, what: string, body: object): Promise<void> => {
  const { status, text } = await who.post(`/cases/${caseIdOf(name)}/${what}`, body);
  if (status !== 201) throw new Error(`${name}, ${what}: ${status} ${text}`);
};
const read = async (who: AnApi, name: string): Promise<Case> => (await who.get(`/cases/${caseIdOf(name)}`)).body as Case;
const eventTypes = async (who: AnApi, name: string): Promise<string[]> =>
  ((await who.get(`/cases/${caseIdOf(name)}/history`)).body.steps as { type: string }[]).map(({ type }) => type);
const report = async (query: string) => (await quality.get(`/reports/promises?${query}`)).body.groups;

describe('in the last weeks of two boards', () => {
  it('people write, and are answered, late, or not yet', async () => {
    await submit('late', { ...roads, contact: { email: 'sen@example.se' } });
    await submit('closed', roads);
    await does(hanna, 'closed', 'answers', { text: 'Vi plogar nu.', by: 'phone' });
    await does(hanna, 'closed', 'closures', { outcome: 'remedied' });
    await submit('closed and secret', building);
    await does(hedda, 'closed and secret', 'secrecy-marks', { provision: 'OSL 26 kap. 1 §' });
    await does(hedda, 'closed and secret', 'closures', { outcome: 'withdrawn' });
    server.turn('2026-12-10T10:30:00.000Z');
    await submit('waiting', { ...roads, contact: { email: 'vantar@example.se' } });
    await submit('secret', building);
    await does(hedda, 'secret', 'secrecy-marks', { provision: 'OSL 26 kap. 1 §' });
    await submit('in transfer', roads);
    await does(hanna, 'in transfer', 'transfers', { board: 'MBN', reason: 'Trottoaren är kvartersmark.' });
    await submit('offered', { category: 'AO.HEMTJANST', text: 'Mamma kommer inte ut för snön.' });
    cases['offered'] = {
      ...cases['offered']!,
      caseId: (await listOf(helena)).find(({ reference }) => reference === cases['offered']?.receipt.reference)!.caseId,
    };
    await does(helena, 'offered', 'transfers', { board: 'TN', reason: 'Det är vägen.', secrecyBasis: 'consent' });
    await submit('in triage', { text: 'Hej!' });
    for (const [who, name] of [
      [hanna, 'waiting'],
      [hedda, 'secret'],
    ] as const) {
      const noted = await who.post(`/cases/${caseIdOf(name)}/notes`, { text: 'Jag tar det.' });
      await does(who, name, 'assignments', { officer: noted.body.entries.at(-1).actor as string });
    }
    expect(Object.entries(cases).filter(([, { caseId }]) => caseId === '')).toEqual([]);
  });

  it('the administrator gives the roles of the new board before there is one', async () => {
    const granted = await console.run('grant', 'officer', '--board', 'SBN', 'hanna.handlaggare-tn');
    expect(granted).toMatchObject({ code: 0, out: expect.stringContaining('officer for SBN, TN') });
    const old = await console.run('grant', 'officer', '--board', 'MBN', 'hedda.handlaggare-mbn');
    expect(old.out).toContain('MBN ends on 2026-12-31');
  });
});

describe('the day of the reorganisation', () => {
  it('changes nothing before three in the morning', async () => {
    // Days at a time would be another time, not a clock that runs: whoever starts later trusts the clock that they find.
    server.turn('2026-12-29T09:00:00.000Z');
    await eventually(async () => (await request(server.address).get('/health/ready')).body.clock === 'jumped');
    expect(await console.run('clock', 'confirm')).toMatchObject({ code: 0 });
    await eventually(async () => (await request(server.address).get('/health/ready')).body.clock === 'trusted');
    await does(hanna, 'late', 'answers', { text: 'Förlåt att det dröjde.', by: 'email' });
    for (const [name, who] of [
      ['late', hanna],
      ['waiting', hanna],
      ['secret', hedda],
      ['in transfer', hanna],
      ['offered', helena],
      ['in triage', rolf],
      ['closed', hanna],
    ] as const)
      seenBefore[name] = await read(who, name);
    expect(seenBefore['late']).toMatchObject({ board: 'TN', status: 'answered', promisedDate: '2026-12-28' });
    expect(seenBefore['secret']).toMatchObject({ board: 'MBN', officer: expect.any(String) });
  });

  it('does nothing while the clock is not trusted, and then gives every open case to the successor', async () => {
    server.turn('2027-01-01T02:30:00.000Z');
    const { clock, waiting } = await eventually(async () => {
      const told = await healthOf(server); // made once a second
      return told.status === 503 ? told : undefined;
    });
    expect([clock, (waiting['datedWork'] ?? 0) > 0]).toEqual(['jumped', true]);
    expect((await read(hanna, 'waiting')).board).toBe('TN');
    await console.run('clock', 'confirm');
    await eventually(async () => (await read(hanna, 'waiting')).board === 'SBN');
    await server.node.quiet();
    await eventually(async () => {
      const { clock, waiting } = await healthOf(server);
      return clock === 'trusted' && waiting['datedWork'] === 0 && waiting['unregistered'] === 0;
    });
  });

  it.each(['late', 'waiting', 'secret'])('left dates, words and numbers of a case as they were, and added a number: %s', async (name) => {
    const now = await read(hanna, name);
    const before = seenBefore[name]!;
    expect(now).toMatchObject({
      board: 'SBN',
      status: before.status,
      receivedDate: before.receivedDate,
      promisedDate: before.promisedDate,
    });
    expect(now.diaryNumbers).toEqual([...before.diaryNumbers, expect.stringMatching(/^SBN 2027\/\d+$/)]);
    expect((await eventTypes(hanna, name)).filter((type) => type === 'BoardSucceeded')).toHaveLength(1);
  });

  it('kept the officer who went along, and names the one who did not', async () => {
    expect((await read(hanna, 'waiting')).officer).toBe(seenBefore['waiting']?.officer);
    expect((await read(hanna, 'secret')).officer).toBeNull();
    const { steps } = (await hanna.get(`/cases/${caseIdOf('secret')}/history`)).body;
    expect(steps.find(({ type }: { type: string }) => type === 'BoardSucceeded').data.officerLeft).toBe(seenBefore['secret']?.officer);
  });

  it('ended a transfer between two that have become one, and sent another on', async () => {
    expect(await read(hanna, 'in transfer')).toMatchObject({ board: 'SBN', status: 'with-board', offeredTo: null });
    expect(await read(hanna, 'offered')).toMatchObject({ board: 'SON', status: 'in-transfer', offeredTo: 'SBN' });
    await does(hanna, 'offered', 'transfer-answers', { accepted: true });
    await server.node.quiet();
    expect(await read(hanna, 'offered')).toMatchObject({
      board: 'SBN',
      diaryNumbers: [expect.stringMatching(/^SON 2026/), expect.stringMatching(/^SBN 2027/)],
    });
  });

  it('left alone what is closed, and what was with others', async () => {
    expect(await read(hanna, 'closed')).toEqual(seenBefore['closed']);
    expect(await read(rolf, 'in triage')).toMatchObject({ board: 'RS', status: 'in-triage' });
  });

  it('told nobody by mail, and everybody on the page of their case', async () => {
    const mails = (await server.mailbox!.messages()).filter((mail) => JSON.stringify(mail).includes('vantar@example.se'));
    expect(mails).toHaveLength(1);
    const { body } = await anApi(server).post('/follow-ups', { receiptCode: cases['waiting']!.receipt.receiptCode });
    expect(body).toMatchObject({ board: 'SBN', promisedDate: cases['waiting']!.receipt.promisedDate });
    expect(body.entries.at(-1)).toMatchObject({ what: 'board-succeeded', code: 'SBN' });
    const link = /http\S+\/folj\/\S+/.exec(mails[0]!.text)![0];
    const page = await request.agent(server.address).get(new URL(link).pathname).redirects(1);
    expect(page.text).toContain('Vi gjorde om våra nämnder. Inget ändras för dig, men nu ansvarar');
    expect(page.text).toContain('Samhällsbyggnadsnämnden');
  });
});

describe('the walls', () => {
  it('stand around the new board: who has a role there reads what is secret, also what was closed before', async () => {
    for (const name of ['secret', 'closed and secret']) expect((await hanna.get(`/cases/${caseIdOf(name)}`)).status).toBe(200);
    const total = async (who: AnApi, filter = '') => (await who.get(`/cases?limit=1${filter}`)).body.total as number;
    // Rolf alone sees what is in triage; the three secret ones Hanna alone.
    expect(await total(hanna)).toBe((await total(rolf)) + 3 - 1);
    expect(await total(hanna, '&board=SBN')).toBe(7);
    expect(await total(rolf, '&board=SBN')).toBe(4);
    expect(await total(hanna, '&board=MBN')).toBe(1);
  });

  it('have closed behind who has a role at an old board only', async () => {
    for (const name of ['secret', 'closed and secret', 'offered']) {
      const { status, body } = await hedda.get(`/cases/${caseIdOf(name)}`);
      expect([status, body.type]).toEqual([404, 'urn:synpunkter:problem:case-not-found']);
    }
    expect((await listOf(hedda)).length).toBe((await listOf(rolf)).length - 1); // what is in triage
    expect((await hedda.post(`/cases/${caseIdOf('waiting')}/notes`, { text: 'Hej.' })).status).toBe(403);
    expect((await hedda.get(`/cases/${caseIdOf('waiting')}`)).status).toBe(200);
  });
});

describe('afterwards', () => {
  it('nothing can be given to a board that has ended: it is said which one to name', async () => {
    const { status, body } = await rolf.post(`/cases/${caseIdOf('in triage')}/transfers`, { board: 'TN', reason: 'Snö.' });
    expect([status, body.type, body.errors]).toEqual([422, 'urn:synpunkter:problem:board-ended', [{ field: 'board', code: 'ended' }]]);
    expect(body.detail).toBe('TN ended on 2026-12-31. SBN (Samhällsbyggnadsnämnden) has its cases: name that board.');
    await does(rolf, 'in triage', 'transfers', { board: 'SBN', reason: 'Snö.' });
  });

  it('a letter that came in December goes to the successor, with its own day of receipt', async () => {
    server.turn('2027-01-01T03:00:00.000Z');
    const letter = { ...aSynpunkt, ...roads, channel: 'letter', arrivedOn: '2026-12-31' };
    const receipt = created(await rolf.post('/cases', letter));
    expect(receipt.receivedDate).toBe('2026-12-30');
    const found = (await listOf(rolf)).find(({ reference }) => reference === receipt.reference);
    expect(found?.board).toBe('SBN');
  });

  it('the new board answers, and takes up what the old one closed', async () => {
    await does(hanna, 'waiting', 'answers', { text: 'Vi plogar i dag.', by: 'email' });
    await does(hanna, 'closed', 'reopenings', { reason: 'Det snöade igen.' });
    await server.node.quiet();
    const reopened = await read(hanna, 'closed');
    expect(reopened).toMatchObject({ board: 'SBN', status: 'with-board', promisedDate: '2027-01-15' });
    expect((await eventTypes(hanna, 'closed')).slice(-4)).toEqual(['CaseReopened', 'BoardSucceeded', 'PromiseMade', 'CaseRegistered']);
  });

  it('reports tell both years by the boards of the time', async () => {
    await server.node.quiet();
    await server.node.reportsCurrent();
    const boards = async (query: string) => (await report(`${query}&groupBy=board`)).map(({ by }: { by: { board: string } }) => by.board);
    // Of the cases that the quality unit may read: what is secret is told to its own board only.
    expect([await boards(`${year}&asOf=${beforeTheDay}`), await boards(year)]).toEqual([['RS', 'TN'], ['SBN']]);
    const [region] = await report(`${year}&asOf=${beforeTheDay}`);
    const [now] = await report(year);
    const figure = (group: { figures: { figure: string; value: unknown }[] }, name: string) =>
      group.figures.find((one) => one.figure === name)?.value;
    expect([figure(region, 'received'), figure(now, 'received')]).toEqual([5, 6]);
    // The one that was accepted came out of a secrecy area.
    expect([figure(region, 'transfers'), figure(now, 'transfers'), figure(now, 'returns')]).toEqual([0, 0, 0]);
    await submit('of the new year', roads);
    await server.node.reportsCurrent();
    expect(await boards('from=2027-01-01&to=2027-12-31')).toEqual(['SBN']);
  });

  it('the console replays it from the log', async () => {
    const { code, out } = await console.run('replay', cases['waiting']!.receipt.reference);
    expect([code, out]).toEqual([0, expect.stringMatching(/BoardSucceeded, by .*\n.*\n +from +TN\n +to +SBN\n/)]);
    expect(out).toContain('=> with-board, at SBN');
    expect((await console.run('verify')).code).toBe(0);
  });
});
