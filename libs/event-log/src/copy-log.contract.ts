import { join } from 'node:path';
import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';
import { type Sealed } from '#keys';
import { all, context, encoded, moved, newSetting, newStream, note, untilCaughtUp } from './contract/setting.js';
import { copyLog, type LogPlace } from './copy-log.js';
import { EventStoreDbStore } from './eventstore/eventstore-store.js';
import { openEventStoreLog } from './open-eventstore-log.js';
import { openSqliteLog } from './open-sqlite-log.js';
import { type EventLog } from './event-log.js';
import { SqliteStore } from './sqlite/sqlite-store.js';

describe('a log', () => {
  const setting = newSetting();
  let servers: EventStoreServer[] = [];
  let number = 0;
  const newFile = (): LogPlace => ({ file: join(setting.folder, `${(number += 1)}.db`) });
  const newServer = async (): Promise<LogPlace> => {
    const server = await startEventStoreServer();
    servers.push(server);
    return { url: server.url };
  };
  const open = (place: LogPlace): Promise<EventLog> =>
    'file' in place ? openSqliteLog({ ...place, ...setting }) : openEventStoreLog({ ...place, ...setting });

  afterEach(() => {
    for (const server of servers) server.stop();
    servers = [];
  });
  afterAll(() => setting.remove());

  /** Interleaved streams, something sealed, something old, something unreadable. */
  async function fill(place: LogPlace): Promise<string> {
    const log = await open(place);
    const [one, other] = [newStream(), newStream()];
    await log.append(one, 'no-stream', [note('Bussen kom inte'), moved(1)], context());
    await log.append(
      other,
      'no-stream',
      Array.from({ length: 150 }, (_, index) => moved(index)),
      context(),
    );
    await log.append(one, 1, [moved(2)], context());
    await log.close();
    const store = 'file' in place ? new SqliteStore(place) : new EventStoreDbStore(place);
    await store.append(newStream(), 'no-stream', [encoded('PlaceNamed', '{"name":"v1.a.b"}'), encoded('SomethingNew', '{"damaged":')]);
    await store.close();
    return one;
  }

  const contentOf = async (place: LogPlace): Promise<unknown> => {
    const log = await open(place);
    const events = (await untilCaughtUp(log, 'start')).map(({ position: _, ...event }) => ({ ...event }));
    await log.close();
    return { id: log.id, events };
  };

  test.each([
    ['from SQLite to EventStoreDB', newFile, newServer],
    ['from EventStoreDB to SQLite', newServer, newFile],
    ['from SQLite to SQLite', newFile, newFile],
  ] as const)('moves %s: same id, same events, same order', async (_, newSource, newTarget) => {
    const [source, target] = [await newSource(), await newTarget()];
    await fill(source);
    expect(await copyLog(source, target)).toBe(1 + 2 + 150 + 1 + 2);
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test('keeps its seals, which name the log and no position', async () => {
    const [source, target] = [newFile(), await newServer()];
    const stream = await fill(source);
    await copyLog(source, target);
    const log = await open(target);
    const [event] = await all(log.read(stream));
    expect(setting.keys.open((event?.data as { text: Sealed }).text)).toBe('Bussen kom inte');
    await log.close();
  });

  test('goes on where copying stopped, also behind what was appended since', async () => {
    const [source, target] = [newFile(), await newServer()];
    const stream = await fill(source);
    await copyLog(source, target);
    const log = await open(source);
    await log.append(stream, 2, [moved(3)], context());
    await log.close();
    await copyLog(source, target);
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test('is not copied over another log', async () => {
    const [source, target] = [newFile(), newFile()];
    await fill(source);
    await fill(target);
    await expect(copyLog(source, target)).rejects.toThrow('holds another log');
  });

  test('is not copied behind a log that has gone its own way', async () => {
    const [source, target] = [newFile(), newFile()];
    await fill(source);
    await copyLog(source, target);
    const copy = await open(target);
    await copy.append(newStream(), 'no-stream', [moved()], context());
    await copy.close();
    await expect(copyLog(source, target)).rejects.toThrow('holds events that the log does not');
  });

  test('is not found where there is none', async () => {
    await expect(copyLog(newFile(), newFile())).rejects.toThrow('there is no log to copy');
  });
});
