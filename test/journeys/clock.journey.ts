import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { openRecords } from '#node';
import { readSettings } from '#settings';
import { aConsole } from '#test/a-console';
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
});
