import { jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { aConsole, aFolder } from '#test/a-console';
import { startProgram, type AProgram } from '#test/a-program';
import { aServer, type AServer } from '#test/a-server';
import { anApi, apiOf, type AnApi } from '#test/an-api';
import { aSynpunkt, created, listOf, type Receipt } from '#test/an-authority';
import { eventually } from '#test/eventually';
import { freePort } from '#test/free-port';
import { startSmtpSink, type SmtpSink } from '#test/smtp-sink';

jest.setTimeout(120_000);

let relay: SmtpSink;
let server: AServer;
let store: AProgram;
let storePort: number;

/** The protocol's server in a process of its own. It keeps its log in memory, so it is halted and not stopped. */
const startStore = async (): Promise<void> => {
  store = startProgram(join(process.cwd(), 'dist/test/support/eventstore-server/server.js'), { args: ['--port', String(storePort)] });
  await store.says(/listening on/);
};

const ready = async () => (await request(server.address).get('/health/ready')).status;
const submit = (email: string, key: string) =>
  anApi(server).post('/submissions', { ...aSynpunkt, contact: { email } }, { 'idempotency-key': key });

beforeAll(async () => {
  relay = await startSmtpSink();
  storePort = await freePort();
  server = await aServer({ relay: relay.port, environment: { EVENTSTORE_URL: `esdb://127.0.0.1:${storePort}?tls=false` } });
  await startStore();
  await server.start();
});

afterAll(async () => {
  await server.remove();
  await store.end('SIGKILL');
  await relay.close();
});

describe('with the log in EventStoreDB', () => {
  let receipt: Receipt;
  let officer: AnApi;

  it('a synpunkt is taken in, acknowledged, registered, answered and followed as with the log in a file', async () => {
    receipt = created(await submit('es@example.se', 'ett'));
    expect(created(await submit('es@example.se', 'ett'))).toEqual(receipt);
    await eventually(() => relay.messages.length === 1);

    officer = await apiOf(server, 'hanna.handlaggare-tn');
    const found = await eventually(async () => (await listOf(officer)).find(({ diaryNumbers }) => diaryNumbers.length > 0));
    expect(found).toMatchObject({ reference: receipt.reference, board: 'TN' });
    const seen = (await officer.get(`/cases/${found.caseId}`)).headers['etag'] as string;
    const answer = { text: 'Vi plogar i dag.', by: 'email' };
    expect((await officer.post(`/cases/${found.caseId}/answers`, answer, { 'if-match': seen })).status).toBe(201);
    expect((await officer.post(`/cases/${found.caseId}/answers`, answer, { 'if-match': seen })).status).toBe(412);
    await eventually(() => relay.messages.length === 2);

    const { body } = await anApi(server).post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect(body).toMatchObject({ reference: receipt.reference, status: 'answered' });
    const history = await officer.get(`/cases/${found.caseId}/history?at=0`);
    expect(history.body.steps).toHaveLength(1);
  });

  it('and when the store does not answer, it is not ready, takes nothing in, and says when to try again', async () => {
    store.signal('SIGSTOP');
    await eventually(async () => (await ready()) === 503);
    const refused = await submit('borta@example.se', 'borta');
    expect([refused.status, refused.body.type]).toEqual([503, expect.stringMatching(/unavailable|outcome-unknown/)]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await request(server.address).get('/health/live')).status).toBe(200);
  });

  it('and when it answers again, the server is well by itself, and a retry finds what is there', async () => {
    store.signal('SIGCONT');
    await eventually(async () => (await ready()) === 200);
    const later = await eventually(async () => {
      const answer = await submit('borta@example.se', 'borta');
      return answer.status === 201 && created(answer);
    });
    expect(created(await submit('borta@example.se', 'borta'))).toEqual(later);
    await eventually(() => relay.messages.some(({ to }) => to.includes('borta@example.se')));
    const references = (await listOf(officer)).map(({ reference }) => reference);
    expect(references.sort()).toEqual([receipt.reference, later.reference].sort());
    expect(relay.messages.filter(({ to }) => to.includes('borta@example.se'))).toHaveLength(1);
  });

  it('and a new node with nothing but the log and the keys shows the same', async () => {
    await server.stop();
    await server.start();
    expect(await listOf(officer)).toHaveLength(2);
    expect(relay.messages).toHaveLength(3);
  });
});

describe('a backup', () => {
  const folder = aFolder();
  const [backup, restored] = [join(folder, 'backup'), aConsole(join(folder, 'restored'))];

  beforeAll(() => {
    Object.assign(process.env, { EVALUATION: 'yes', EVENTSTORE_URL: `esdb://127.0.0.1:${storePort}?tls=false` });
  });
  afterAll(() => {
    delete process.env['EVALUATION'];
    delete process.env['EVENTSTORE_URL'];
  });

  it('copies the keys, beside the running server, and leaves the log to the store', async () => {
    const { out, err } = await aConsole(server.dataFolder).run('backup', backup);
    expect([err, readdirSync(backup), out.includes('which has a backup of its own')]).toEqual(['', ['keys'], true]);
  });

  it('is restored beside the restored store, which then holds the mail', async () => {
    expect((await restored.run('restore', backup)).out).toContain('the log is that of EventStoreDB');
    expect((await restored.run('mail', 'hold')).out).toContain('already');
    expect((await restored.run('mail', 'release')).out).toContain('Released');
    expect((await restored.run('restore', backup)).err).toContain('Nothing is overwritten');
  });

  it('opens what the log holds sealed', async () => {
    const officer = await apiOf(server, 'hanna.handlaggare-tn');
    const [first] = await listOf(officer);
    expect((await restored.run('replay', first!.reference)).out).toContain(aSynpunkt.text);
  });

  it('is verified with the log on its server, of which it says that there is no file', async () => {
    const { code, out } = await restored.run('verify');
    expect([code, out]).toEqual([0, expect.stringMatching(/there is no file to check\n {2}Sound/)]);
  });
});

describe('without the store at the start', () => {
  let late: AServer;
  let latePort: number;
  let lateStore: AProgram | undefined;
  const isReady = async () => (await request(late.address).get('/health/ready')).status;

  beforeAll(async () => {
    latePort = await freePort();
    late = await aServer({ environment: { EVENTSTORE_URL: `esdb://127.0.0.1:${latePort}?tls=false` } });
    await late.start();
  });

  afterAll(async () => {
    await late.remove();
    await lateStore?.end('SIGKILL');
  });

  it('the program is alive and not ready, and takes nothing in', async () => {
    expect((await request(late.address).get('/health/live')).status).toBe(200);
    expect(await isReady()).toBe(503);
    const refused = await anApi(late).post('/submissions', aSynpunkt);
    expect([refused.status, refused.body.type]).toEqual([503, expect.stringMatching(/unavailable/)]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('and on a page nothing that was typed is lost', async () => {
    const typed = { text: 'Plogen har inte kommit', form: 'x', token: 'y' };
    const page = await request(late.address).post('/lamna-synpunkt').type('form').set('origin', late.address).send(typed);
    expect(page.status).toBe(503);
    expect(page.text).toContain(typed.text);
  });

  it('and begins by itself when the store is there', async () => {
    lateStore = startProgram(join(process.cwd(), 'dist/test/support/eventstore-server/server.js'), { args: ['--port', String(latePort)] });
    await lateStore.says(/listening on/);
    await eventually(async () => (await isReady()) === 200);
    created(await anApi(late).post('/submissions', aSynpunkt));
    const officer = await apiOf(late, 'hanna.handlaggare-tn');
    expect(await eventually(async () => (await listOf(officer)).length)).toBe(1);
  });
});
