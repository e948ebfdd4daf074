import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { openRecords } from '#node';
import { localDate } from '#promises';
import { clockStream, confirmClock } from '#reactions';
import { readSettings } from '#settings';
import { aConsole } from '#test/a-console';
import { aClockedServer, type AClockedServer } from '#test/a-clocked-server';
import { aVisitor } from '#test/a-visitor';
import { anApi, tokenOf, type AnApi } from '#test/an-api';
import { aServer, type AServer } from '#test/a-server';
import { eventually } from '#test/eventually';

describe('a server whose clock is hours behind what the log has recorded', () => {
  let server: AServer;

  beforeAll(async () => {
    server = await aServer();
    await server.start();
  });
  afterAll(() => server.remove());

  const ready = async (): Promise<{ status: number; clock: string }> => {
    const { status, body } = await request(server.address).get('/health/ready');
    return { status, clock: body.clock };
  };
  /** Somebody beside it, with a clock that is as many hours ahead, writes into the log. */
  const writtenAhead = async (hours: number): Promise<void> => {
    const settings = readSettings({ DATA_DIR: server.dataFolder, EVALUATION: 'yes' }, process.cwd());
    const records = await openRecords(settings, { root: process.cwd(), fatal: (error) => expect(error).toBeUndefined() });
    const recordedAt = new Date(Date.now() + hours * 3_600_000).toISOString();
    const id = randomUUID();
    const granted = { type: 'RoleGranted', data: { role: 'auditor', boards: ['TN'] } };
    await records.log.append(`person-${id}`, 'no-stream', [granted], { actor: 'console', commandId: id, correlationId: id, recordedAt });
    await records.close();
  };

  it('is ready as long as it is less than two', async () => {
    await writtenAhead(1.9);
    expect(await eventually(ready)).toEqual({ status: 200, clock: 'trusted' });
  });

  it('is not, and says why, until a person has confirmed the clock', async () => {
    await writtenAhead(3);
    await eventually(async () => (await ready()).status === 503);
    expect(await ready()).toEqual({ status: 503, clock: 'behind-the-log' });
    expect(await aConsole(server.dataFolder).run('clock', 'confirm')).toMatchObject({ code: 0, err: '' });
    await eventually(async () => (await ready()).status === 200);
    expect(await ready()).toEqual({ status: 200, clock: 'trusted' });
  });

  it('leaves a log that is sound', async () => {
    expect(await aConsole(server.dataFolder).run('verify')).toMatchObject({ code: 0 });
  });
});

describe.each(['2038-01-19T03:14:07.000Z', '1996-05-05T05:05:05.000Z'])('a server whose clock jumps to %s', (wrong) => {
  const right = new Date().toISOString();
  const today = localDate(right);
  const synpunkt = { kind: 'klagomal', language: 'sv', text: 'Gatlampan vid Norrgatt i Visby är trasig.' };
  let server: AClockedServer;
  let officer: AnApi;
  const anyone = () => anApi(server);
  const submit = async (more: object = {}) => (await anyone().post('/submissions', { ...synpunkt, ...more })).body;
  const caseOf = async ({ reference }: { reference: string }) =>
    (await officer.get('/cases?limit=200')).body.cases.find((one: { reference: string }) => one.reference === reference);
  const sentTo = async (address: string) =>
    (await server.mailbox!.messages()).map((mail) => JSON.stringify(mail)).filter((mail) => mail.includes(address));

  beforeAll(async () => {
    server = await aClockedServer('organisations/region-gotland', right);
    officer = anApi(server, await tokenOf(server, 'hanna.handlaggare-tn'));
    await server.node.quiet();
  });
  afterAll(() => server.remove());

  let receipt: { reference: string; receiptCode: string };

  it('takes in what is left, with number and code, and names no day anywhere', async () => {
    server.turn(wrong);
    receipt = await submit({ contact: { email: 'karin@example.com' } });
    expect(receipt).toEqual({
      reference: expect.stringMatching(/^RG-/),
      receiptCode: expect.any(String),
      receivedDate: null,
      promisedDate: null,
      withoutDate: 'clock-in-doubt',
    });
    const followed = await anyone().post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect(followed.body).toMatchObject({ receivedDate: null, promisedDate: null, withoutDate: 'clock-in-doubt' });
    const page = await (await aVisitor(server).open('/folj')).send({ code: receipt.receiptCode });
    expect(page.text).toContain('Datumet visas här snart: vår klocka kontrolleras just nu');
    expect(followed.body.entries[0].date).toBeUndefined();
  });

  it('acknowledges it by mail, and numbers it in the diary of this year', async () => {
    await server.node.quiet();
    expect(await sentTo('karin@example.com')).toHaveLength(1);
    const { diaryNumbers } = await eventually(() => caseOf(receipt));
    expect(diaryNumbers).toEqual([expect.stringMatching(new RegExp(`^TN ${today.slice(0, 4)}/\\d+$`))]);
  });

  it('records nothing at a time that never was', async () => {
    const hours = (at: string) => Math.abs(Date.parse(at) - Date.parse(right)) / 3_600_000;
    for await (const event of server.node.parts.log.follow('start', { signal: new AbortController().signal })) {
      if (event === 'caught-up') break;
      expect(hours(event.metadata.recordedAt)).toBeLessThan(1);
    }
  });

  it('lets the staff go on with what needs no date, and refuses what does', async () => {
    const { caseId, ...known } = await eventually(() => caseOf(receipt));
    expect(known).toMatchObject({ receivedDate: null, promisedDate: null, withoutDate: 'clock-in-doubt' });
    expect((await officer.post(`/cases/${caseId}/notes`, { text: 'Ring entreprenören.' })).status).toBe(201);
    const planned = await officer.post(`/cases/${caseId}/actions`, { description: 'Byta lampan', due: '2031-01-01' });
    expect([planned.status, planned.body.type]).toEqual([503, 'urn:synpunkter:problem:clock-in-doubt']);
    expect((await replayOf(server, receipt.reference)).steps).not.toContain('PromiseMade');
  });

  it('gives day and promise once when the clock is right and confirmed, and tells them', async () => {
    server.turn(right);
    await confirmed(server);
    await server.node.quiet();
    const known = await caseOf(receipt);
    expect(known).toMatchObject({ receivedDate: today, promisedDate: expect.any(String), withoutDate: null });
    const { steps } = await replayOf(server, receipt.reference);
    expect(steps.filter((type) => ['ReceiptDated', 'PromiseMade'].includes(type))).toEqual(['ReceiptDated', 'PromiseMade']);
    const told = async () => (await sentTo('karin@example.com')).filter((mail) => mail.includes('Dina datum'));
    await eventually(async () => (await told()).length > 0);
    server.node.dated.nightShift.ask();
    await server.node.quiet();
    expect((await replayOf(server, receipt.reference)).steps).toEqual(steps);
    expect(await told()).toHaveLength(1);
    expect(await submit()).toMatchObject({ receivedDate: today, promisedDate: known.promisedDate });
  });

  it('leaves a log that is sound', async () => {
    expect(await aConsole(server.dataFolder).run('verify')).toMatchObject({ code: 0 });
  });
});

/** The types of all that stands in a case. */
async function replayOf({ node }: AClockedServer, reference: string): Promise<{ steps: readonly string[] }> {
  for await (const event of node.parts.log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    if (event.type !== 'CaseReceived' || (event.data as { reference: string }).reference !== reference) continue;
    const steps: string[] = [];
    for await (const { type } of node.parts.log.read(event.stream)) steps.push(type);
    return { steps };
  }
  throw new Error('no such case');
}

/** A person says that the clock is right. */
async function confirmed({ node }: AClockedServer): Promise<void> {
  const { log, now } = node.parts;
  const context = { actor: 'console', commandId: randomUUID(), correlationId: randomUUID(), recordedAt: now() };
  await log.append(clockStream, 'no-stream', [confirmClock()], context);
  await eventually(() => Promise.resolve(node.dated.nightShift.clockTrouble() === undefined));
}
