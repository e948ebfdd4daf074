import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { all, context, headOf, moved, newSetting, newStream, untilCaughtUp } from './contract/setting.js';
import { LogUnavailable, WrongRevision } from './errors.js';
import { type EventLog } from './event-log.js';
import { openSqliteLog } from './open-sqlite-log.js';
import { openLogFile } from './sqlite/log-file.js';

describe('the event log in a SQLite file', () => {
  let setting: ReturnType<typeof newSetting>;
  let logs: EventLog[] = [];
  const file = (): string => join(setting.folder, 'log.db');
  const open = async (more: { maxBytes?: number } = {}): Promise<EventLog> => {
    const log = await openSqliteLog({ file: file(), ...setting, ...more });
    logs.push(log);
    return log;
  };

  beforeEach(() => {
    setting = newSetting();
  });
  afterEach(async () => {
    await Promise.all(logs.map((log) => log.close()));
    logs = [];
    await setting.remove();
  });

  test('has one id, whoever opens it first', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  test('is noticed when it was replaced: another id, another event at the same position', async () => {
    const before = await open();
    const { position } = await before.append(newStream(), 'no-stream', [moved()], context());
    const known = await before.at(position);
    const after = await openSqliteLog({ file: join(setting.folder, 'restored.db'), ...setting });
    logs.push(after);
    expect(after.id).not.toBe(before.id);
    expect(await after.at(position)).toBeUndefined();
    await after.append(newStream(), 'no-stream', [moved()], context());
    expect((await after.at(position))?.id).not.toBe(known?.id);
  });

  test('refuses when the disk is full, writes nothing of that, and goes on', async () => {
    const log = await open({ maxBytes: 400_000 });
    const large = { type: 'CounterMoved', data: { why: 'x'.repeat(300_000) } };
    const [first, second] = [newStream(), newStream()];
    await log.append(first, 'no-stream', [large], context());
    await expect(log.append(second, 'no-stream', [moved(), large], context())).rejects.toThrow(LogUnavailable);
    expect(await all(log.read(second))).toEqual([]);
    expect(await log.append(second, 'no-stream', [moved()], context())).toMatchObject({ revision: 0 });
  });

  describe('lets nobody put another event in the place of one:', () => {
    const row = `SELECT position, stream, revision, id, type, '{"by":2}', metadata FROM events`;
    const elsewhere = `SELECT stream, revision, id, type, '{"by":2}', metadata FROM events`;
    const columns = 'stream, revision, id, type, data, metadata';

    test.each([
      `UPDATE events SET data = '{}'`,
      `UPDATE OR REPLACE events SET position = position + 1`,
      `DELETE FROM events`,
      `REPLACE INTO events ${row} WHERE position = 2`,
      `INSERT OR REPLACE INTO events ${row}`,
      `REPLACE INTO events (${columns}) ${elsewhere}`,
      `REPLACE INTO events SELECT position, 'case-other', 0, id, type, data, metadata FROM events`,
      `INSERT OR IGNORE INTO events ${row}`,
      `INSERT INTO events ${row} WHERE true ON CONFLICT DO UPDATE SET data = '{}'`,
      `INSERT INTO events (${columns}) ${elsewhere} WHERE true ON CONFLICT (stream, revision) DO UPDATE SET data = excluded.data`,
      `INSERT INTO events ${row} WHERE true ON CONFLICT DO NOTHING`,
    ])('%s', async (statement) => {
      const log = await open();
      await log.append(newStream(), 'no-stream', [moved(), moved()], context());
      const db = openLogFile(file());
      const rows = () => db.prepare('SELECT * FROM events').all();
      const before = rows();
      for (const recursive of ['OFF', 'ON']) {
        db.pragma(`recursive_triggers = ${recursive}`);
        expect(() => db.exec(statement)).toThrow('an event is never');
      }
      expect(rows()).toEqual(before);
      db.close();
      expect(await log.append(newStream(), 'no-stream', [moved()], context())).toMatchObject({ revision: 0 });
    });
  });

  test('of an older form learns that when it is opened', async () => {
    await open();
    const db = openLogFile(file());
    db.exec(`DROP TRIGGER events_are_never_replaced; PRAGMA user_version = 1`);
    db.close();
    const migrated = openLogFile(file());
    expect(() => migrated.exec('REPLACE INTO events SELECT * FROM events')).toThrow('an event is never replaced');
    migrated.close();
  });

  test('settles what was handed over before it closes, and refuses what comes later', async () => {
    const log = await open();
    const streams = Array.from({ length: 50 }, newStream);
    const appends = streams.map((stream) => log.append(stream, 'no-stream', [moved()], context()));
    await log.close();
    logs = [];
    await expect(Promise.all(appends)).resolves.toHaveLength(50);
    await expect(log.append(newStream(), 'no-stream', [moved()], context())).rejects.toThrow(LogUnavailable);
    const again = await open();
    for (const stream of streams) expect(await all(again.read(stream))).toHaveLength(1);
  });

  test('ends its followers when it closes', async () => {
    const log = await open();
    const following = all(log.follow(await headOf(log), { signal: new AbortController().signal }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await log.close();
    logs = [];
    expect((await following).at(-1)).toBe('caught-up');
  });

  test('lets others append while a slow reader reads, and the reader misses nothing', async () => {
    const log = await open();
    const start = await headOf(log);
    const stream = newStream();
    await log.append(stream, 'no-stream', Array.from({ length: 450 }, moved), context());
    let count = 0;
    for await (const item of log.follow(start, { signal: new AbortController().signal })) {
      if (item === 'caught-up') break;
      count += 1;
      if (count % 100 === 0) await log.append(newStream(), 'no-stream', [moved()], context());
    }
    expect(count).toBe(455 - 1);
  });

  describe('with a second process', () => {
    const script = fileURLToPath(new URL('./contract/second-process.worker.js', import.meta.url));
    const start = (task: string, { shared, limit }: { shared?: string; limit?: number } = {}): ChildProcess =>
      spawn(
        'bash',
        [
          '-c',
          `${limit ? `ulimit -f ${limit}; ` : ''}exec "$0" "$@"`,
          process.execPath,
          script,
          task,
          setting.folder,
          ...(shared ? [shared] : []),
        ],
        {
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          env: { ...process.env, NODE_OPTIONS: '' },
        },
      );
    const heard = (child: ChildProcess): Record<string, unknown>[] => {
      const messages: Record<string, unknown>[] = [];
      child.on('message', (message: Record<string, unknown>) => messages.push(message));
      return messages;
    };

    test('every place of a stream goes to one of both, in one order for both', async () => {
      const log = await open();
      const shared = newStream();
      const before = await headOf(log);
      const child = start('race', { shared });
      const messages = heard(child);
      const ended = once(child, 'exit');
      await once(child, 'message');
      const won: number[] = [];
      for (let revision = -1; revision < 300; revision += 1) {
        const expected = revision < 0 ? 'no-stream' : revision;
        const appended = await log.append(shared, expected, [moved(2)], context()).catch(unlessLost);
        if (appended) won.push(appended.revision);
      }
      await ended;
      const wonThere = messages.flatMap((message) => (typeof message['won'] === 'number' ? [message['won']] : []));
      const read = await all(log.read(shared));
      expect([...won, ...wonThere].sort((a, b) => a - b)).toEqual(read.map(({ revision }) => revision));
      expect(read.filter(({ data }) => (data as { by: number }).by === 1).map(({ revision }) => revision)).toEqual(wonThere);
      const followed = (await untilCaughtUp(log, before)).filter(({ stream }) => stream === shared);
      expect(followed.map(({ revision }) => revision)).toEqual(read.map(({ revision }) => revision));
      expect(messages[0]).toEqual({ id: log.id });
    }, 30_000);

    test('what was acknowledged before it was killed is there', async () => {
      const log = await open();
      const child = start('append');
      const messages = heard(child);
      while (messages.length < 200) await once(child, 'message');
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      const acknowledged = messages.flatMap(({ acknowledged: stream }) => (typeof stream === 'string' ? [stream] : []));
      expect(acknowledged.length).toBeGreaterThan(100);
      for (const stream of acknowledged) expect(await all(log.read(stream))).toHaveLength(2);
      expect(await log.append(newStream(), 'no-stream', [moved()], context())).toMatchObject({ revision: 0 });
    }, 30_000);

    test('a write that fails for another reason than a full disk has an unknown outcome, and is fatal', async () => {
      const log = await open();
      const child = start('append', { limit: 300 });
      const messages = heard(child);
      await once(child, 'exit');
      expect(messages.slice(-2)).toEqual(expect.arrayContaining([{ failed: 'OutcomeUnknown' }, { fatal: 'the log file broke' }]));
      const acknowledged = messages.flatMap(({ acknowledged: stream }) => (typeof stream === 'string' ? [stream] : []));
      for (const stream of acknowledged) expect(await all(log.read(stream))).toHaveLength(2);
    }, 30_000);
  });
});

function unlessLost(error: unknown): undefined {
  if (!(error instanceof WrongRevision)) throw error;
}
