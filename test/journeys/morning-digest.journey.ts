import { jest } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import request from 'supertest';
import { aServer, type AServer } from '#test/a-server';
import { anApi, tokenOf } from '#test/an-api';
import { aSynpunkt, created, listOf } from '#test/an-authority';
import { healthOf } from '#test/a-watch';
import { eventually } from '#test/eventually';
import { startSmtpSink, type SmtpSink } from '#test/smtp-sink';

jest.setTimeout(120_000);

const hanna = 'hanna.handlaggare-tn@region.example';

describe('the digest of an officer, from the real program under a turned clock', () => {
  let folder: string;
  let relay: SmtpSink;
  let server: AServer;
  let reference: string;
  let caseId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'synpunkter-clock-'));
    relay = await startSmtpSink();
    const environment = { CLOCK_FILE: join(folder, 'clock') };
    server = await aServer({ relay: relay.port, environment, program: join(process.cwd(), 'dist/test/support/turned-server.js') });
  });
  afterAll(async () => {
    await server.remove();
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The program ends, sleeps, and wakes at an instant. */
  const wakeAt = async (instant: string): Promise<void> => {
    await server.stop();
    writeFileSync(join(folder, 'clock'), instant);
    await server.start();
  };
  /** What the clock of the program said when it woke. */
  const clockNow = (): number => Date.parse(readFileSync(join(folder, 'clock'), 'utf8'));
  const apiAt = async (instant: string) => anApi(server, await tokenOf(server, 'hanna.handlaggare-tn', { now: Date.parse(instant) }));
  const waiting = async (): Promise<Readonly<Record<string, number>>> => (await healthOf(server, clockNow())).waiting;
  const isCurrent = async (): Promise<boolean> => {
    const { ready, views } = await healthOf(server, clockNow());
    return ready && views.every(({ current }) => current);
  };
  const toStaff = () => relay.messages.filter(({ to }) => to.some((address) => address.endsWith('@region.example')));

  it('begins with a case of hers, of which an answer is promised by Tuesday 15 December', async () => {
    const start = '2026-12-01T08:00:00.000Z';
    await wakeAt(start);
    const api = await apiAt(start);
    ({ reference } = created(await anApi(server).post('/submissions', { ...aSynpunkt, contact: { email: 'karin@example.se' } })));
    caseId = await eventually(async () => (await listOf(api)).find((one) => one.reference === reference)?.caseId);
    const note = await api.post(`/cases/${caseId}/notes`, { text: 'Ring entreprenören.' });
    const officer = note.body.entries.at(-1).actor as string;
    expect((await api.post(`/cases/${caseId}/assignments`, { officer })).status).toBe(201);
    await eventually(() => relay.messages.some(({ to }) => to.includes('karin@example.se')));
  });

  it('is not sent on a Friday evening, when all that was due meanwhile has been done', async () => {
    await wakeAt('2026-12-11T21:30:00.000Z');
    await eventually(async () => (await isCurrent()) && (await waiting())['datedWork'] === 0);
    expect([toStaff(), (await waiting())['unreached']]).toEqual([[], 0]);
  });

  it('comes on Monday morning, says what to do by when, and leads to a page that asks for a login', async () => {
    await wakeAt('2026-12-14T06:05:00.000Z');
    const [mail] = await eventually(() => toStaff().length > 0 && toStaff());
    expect(mail?.to).toEqual([hanna]);
    const { subject, text = '', html } = await simpleParser(Buffer.from(mail?.raw ?? '', 'latin1'));
    const link = `${server.address}/arbete/arenden/${caseId}`;
    expect(subject).toBe('Löften att hålla: 1 snart / Promises to keep: 1 soon due');
    for (const part of [text, String(html)]) {
      expect(part).toContain('Svar: lovad dag tisdag 15 december 2026. 1 arbetsdag kvar.');
      for (const must of [reference, link]) expect(part).toContain(must);
      for (const never of ['Plogbilen', 'Söderväg', 'karin@example.se', 'SNOROJNING', 'Tekniska']) expect(part).not.toContain(never);
    }
    const page = await request(server.address).get(`/arbete/arenden/${caseId}`);
    expect([page.status, page.headers['location'] ?? page.text]).toEqual([expect.any(Number), expect.stringContaining('/arbete/logga-in')]);
  });

  it('does not come again on that day, also when the program is killed and starts anew', async () => {
    await server.kill();
    await wakeAt('2026-12-14T09:00:00.000Z');
    await eventually(async () => Object.entries(await waiting()).every(([what, count]) => what === 'mail.handedOver' || count === 0));
    expect(toStaff()).toHaveLength(1);
  });

  it('tells on Wednesday that it is late', async () => {
    await wakeAt('2026-12-16T06:00:30.000Z');
    await eventually(() => toStaff().length === 2);
    const { subject } = await simpleParser(Buffer.from(toStaff()[1]?.raw ?? '', 'latin1'));
    expect(subject).toBe('Löften att hålla: 1 försenat / Promises to keep: 1 overdue');
  });

  it('leaves no address in clear in the data folder', () => {
    const files = readdirSync(server.dataFolder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes(hanna)).toBe(false);
  });
});
