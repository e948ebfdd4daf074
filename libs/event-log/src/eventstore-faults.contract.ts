import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';
import { all, context, encoded, headOf, moved, newSetting, newStream, untilCaughtUp } from './contract/setting.js';
import { LogUnavailable, OutcomeUnknown, WrongRevision } from './errors.js';
import { type EventLog, type Recorded } from './event-log.js';
import { EventStoreDbStore } from './eventstore/eventstore-store.js';
import { openEventStoreLog } from './open-eventstore-log.js';

describe('the event log on an EventStoreDB that fails', () => {
  const setting = newSetting();
  let server: EventStoreServer;
  let log: EventLog;
  const patience = { first: 300, call: 300, total: 1500, silence: 200, pause: 10 };

  beforeAll(async () => {
    server = await startEventStoreServer();
    log = await openEventStoreLog({ url: server.url, patience, ...setting });
  });
  afterAll(async () => {
    await log.close();
    server.stop();
    await setting.remove();
  });

  const revisions = async (stream: string): Promise<number[]> => (await all(log.read(stream))).map(({ revision }) => revision);

  describe('an append', () => {
    test.each([
      ['was written and not answered', ['lost-answer']],
      ['was written before the connection broke', ['unavailable-after']],
      ['was written before the server that was told to stop cut the call', ['internal-after']],
      ['was not written because the server was away', ['unavailable']],
      ['was not written because the server was not ready', ['not-ready']],
      ['came to a server that does not lead', ['not-leader']],
      ['failed in several ways', ['not-ready', 'unavailable', 'lost-answer']],
    ] as const)('that %s is sent again and stands there once', async (_, faults) => {
      const stream = newStream();
      server.faults.nextAppends(...faults);
      expect(await log.append(stream, 'no-stream', [moved(1), moved(2)], context())).toMatchObject({ revision: 1, repeated: false });
      expect(await revisions(stream)).toEqual([0, 1]);
    });

    test('that was written, while nobody says so, has an unknown outcome, and the same call finds out', async () => {
      const stream = newStream();
      const same = context();
      server.faults.nextAppends(...Array.from({ length: 20 }, () => 'lost-answer' as const));
      await expect(log.append(stream, 'no-stream', [moved()], same)).rejects.toThrow(OutcomeUnknown);
      clearFaults();
      expect(await log.append(stream, 'no-stream', [moved()], same)).toMatchObject({ revision: 0 });
      expect(await revisions(stream)).toEqual([0]);
    });

    test('that never arrived is refused as unavailable', async () => {
      const stream = newStream();
      server.faults.nextAppends(...Array.from({ length: 200 }, () => 'not-ready' as const));
      await expect(log.append(stream, 'no-stream', [moved()], context())).rejects.toThrow(LogUnavailable);
      clearFaults();
      expect(await revisions(stream)).toEqual([]);
    });

    test('that lost a race is a conflict also after a lost answer', async () => {
      const stream = newStream();
      await log.append(stream, 'no-stream', [moved()], context());
      server.faults.nextAppends('unavailable');
      await expect(log.append(stream, 'no-stream', [moved()], context())).rejects.toThrow(WrongRevision);
    });

    test('is taken by a server whose clock is a minute ahead of ours', async () => {
      server.faults.clockAhead = 60_000;
      expect(await log.append(newStream(), 'no-stream', [moved()], context())).toMatchObject({ revision: 0 });
      server.faults.clockAhead = 0;
    });

    test('that the server would answer twice, seconds apart, is refused once, and nothing breaks afterwards', async () => {
      server.faults.secondAnswer = 50;
      const store = new EventStoreDbStore({ url: server.url });
      await expect(store.append(newStream(), 'no-stream', [encoded('', '{}')])).rejects.toThrow('Bad request');
      await new Promise((resolve) => setTimeout(resolve, 150));
      await store.close();
    });

    test('that a leader hears no more is sent again, and stands there once', async () => {
      const stream = newStream();
      server.faults.deaf = true;
      setTimeout(() => (server.faults.deaf = false), 200);
      expect(await log.append(stream, 'no-stream', [moved()], context())).toMatchObject({ revision: 0, repeated: false });
      expect(await revisions(stream)).toEqual([0]);
    });

    test('among many does not take the others with it', async () => {
      const streams = Array.from({ length: 20 }, newStream);
      server.faults.nextAppends('unavailable-after', 'not-ready', 'lost-answer');
      await Promise.all(streams.map((stream) => log.append(stream, 'no-stream', [moved()], context())));
      for (const stream of streams) expect(await revisions(stream)).toEqual([0]);
    });
  });

  describe('a read', () => {
    test.each(['unavailable', 'internal', 'silent'] as const)('that is %s is asked again', async (fault) => {
      const stream = newStream();
      await log.append(stream, 'no-stream', [moved()], context());
      server.faults.nextReads(fault);
      expect(await revisions(stream)).toEqual([0]);
    });

    test('that is never answered fails as unavailable', async () => {
      const stream = newStream();
      server.faults.nextReads(...Array.from({ length: 20 }, () => 'silent' as const));
      await expect(revisions(stream)).rejects.toThrow(LogUnavailable);
      clearFaults();
    });
  });

  describe('a follower', () => {
    test.each(['unavailable', 'internal', 'cancelled', 'ended', 'stalled'] as const)(
      'whose subscription is %s goes on without a gap',
      async (ending) => {
        const stream = newStream();
        const stop = new AbortController();
        const seen: number[] = [];
        let begun = false;
        for await (const item of log.follow(await headOf(log), { signal: stop.signal })) {
          if (item !== 'caught-up' && item.stream === stream) seen.push(item.revision);
          if (item === 'caught-up' && !begun) {
            begun = true;
            await log.append(stream, 'no-stream', [moved(), moved()], context());
          } else if (seen.length === 2) {
            server.faults.endSubscriptions(ending);
            await log.append(stream, 1, [moved(), moved()], context());
            seen.push(-1);
          } else if (seen.length === 5) stop.abort();
        }
        expect(seen).toEqual([0, 1, -1, 2, 3]);
      },
    );

    test.each(['unavailable', 'internal', 'ended', 'stalled'] as const)(
      'whose subscription is %s half-way has seen everything when it hears that it caught up',
      async (ending) => {
        const start = await headOf(log);
        const stream = newStream();
        await log.append(stream, 'no-stream', Array.from({ length: 70 }, moved), context());
        const seen: number[] = [];
        for await (const item of log.follow(start, { signal: new AbortController().signal })) {
          if (item === 'caught-up') break;
          seen.push(item.revision);
          await new Promise((resolve) => setImmediate(resolve));
          if (seen.length === 20) server.faults.endSubscriptions(ending);
        }
        expect(seen).toEqual(Array.from({ length: 70 }, (_, index) => index));
      },
    );

    test('that is slow holds no more than a few pages, and loses nothing', async () => {
      const start = await headOf(log);
      const stream = newStream();
      for (let block = 0; block < 5; block += 1) {
        await log.append(stream, block === 0 ? 'no-stream' : block * 100 - 1, Array.from({ length: 100 }, moved), context());
      }
      const seen: number[] = [];
      for await (const item of log.follow(start, { signal: new AbortController().signal })) {
        if (item === 'caught-up') break;
        if (item.stream === stream) seen.push(item.revision);
        if (seen.length % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => index));
    });

    test('that is left closes its call on the server', async () => {
      await untilCaughtUp(log, 'start');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(server.faults.openSubscriptions).toBe(0);
    });
  });

  describe('what an operator does in the server', () => {
    const seenSince = async (act: (client: EventStoreDBClient) => Promise<unknown>): Promise<string[]> => {
      const client = EventStoreDBClient.connectionString(server.url);
      const start = await headOf(log);
      await act(client);
      await client.dispose();
      const ours = newStream();
      await log.append(ours, 'no-stream', [moved()], context());
      return (await untilCaughtUp(log, start)).map(({ stream }) => (stream === ours ? 'ours' : stream));
    };

    test('to streams that are not ours disturbs nobody: deleted for ever, deleted softly, linked', async () => {
      const foreign = jsonEvent({ type: 'Theirs', data: {} });
      const seen = await seenSince(async (client) => {
        await client.appendToStream('theirs', [foreign]);
        await client.tombstoneStream('theirs');
        await client.appendToStream('others', [foreign]);
        await client.deleteStream('others');
        await client.appendToStream('links', [binaryEvent({ type: '$>', data: Buffer.from('0@others') })]);
      });
      expect(seen).toEqual(['theirs', 'others', 'ours']);
      expect(await log.head()).toBe((await untilCaughtUp(log, 'start')).at(-1)?.position);
    });

    test('to a stream of ours is read as that nothing stands there', async () => {
      const [destroyed, hidden] = [newStream(), newStream()];
      for (const stream of [destroyed, hidden]) await log.append(stream, 'no-stream', [moved()], context());
      await seenSince(async (client) => {
        await client.tombstoneStream(destroyed);
        await client.deleteStream(hidden);
      });
      for (const stream of [destroyed, hidden]) expect(await revisions(stream)).toEqual([]);
    });
  });

  test('a server that was started again is found again, by followers and by appends', async () => {
    const stream = newStream();
    const stop = new AbortController();
    const seen: Recorded[] = [];
    const following = (async (): Promise<void> => {
      for await (const item of log.follow('start', { signal: stop.signal })) {
        if (item === 'caught-up' || item.stream !== stream) continue;
        seen.push(item);
        if (seen.length === 2) stop.abort();
      }
    })();
    await log.append(stream, 'no-stream', [moved()], context());
    server.stop();
    const append = log.append(stream, 0, [moved()], context());
    server = await startEventStoreServer(server);
    await append;
    await following;
    expect(seen.map(({ revision }) => revision)).toEqual([0, 1]);
  });

  function clearFaults(): void {
    while (server.faults.takeAppend()) continue;
    while (server.faults.takeRead()) continue;
  }
});

test('a store that is not there is reported as unavailable', async () => {
  const setting = newSetting();
  const url = 'esdb://127.0.0.1:9?tls=false';
  const log = await openEventStoreLog({ url, patience: { first: 300, total: 300, pause: 10 }, ...setting });
  await expect(log.head()).rejects.toThrow(LogUnavailable);
  expect(() => log.id).toThrow(LogUnavailable);
  await log.close();
  await setting.remove();
});
