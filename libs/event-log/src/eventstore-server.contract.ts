import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  START,
  type AppendExpectedRevision,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';
import { newStream } from './contract/setting.js';

/**
 * What EventStoreDB 23.10.8 was seen to do, of which the adapter makes use or must bear. Run on a real server where one is
 * named, it says whether that one still does the same; else it holds the one that the tests use to it.
 */
const real = process.env['EVENTSTORE_URL'];

describe(`the server ${real ? 'that is named' : 'of the tests'}`, () => {
  let server: EventStoreServer | undefined;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    server = real === undefined ? await startEventStoreServer() : undefined;
    client = EventStoreDBClient.connectionString(real ?? server?.url ?? '');
  });
  afterAll(async () => {
    await client.dispose();
    server?.stop();
  });

  const event = (bytes = 10, type = 'Tried') => jsonEvent({ id: randomUUID(), type, data: { text: 'x'.repeat(bytes) } });
  const append = (stream: string, expectedRevision: AppendExpectedRevision, events = [event()]) =>
    client.appendToStream(stream, events, { expectedRevision });
  const read = async (stream: string, maxCount = 100): Promise<ResolvedEvent[]> => collect(client.readStream(stream, { maxCount }));
  const revisions = async (stream: string) => (await read(stream)).map(({ event: read }) => Number(read?.revision));

  async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
    const items: T[] = [];
    for await (const item of source) items.push(item);
    return items;
  }

  describe('appending', () => {
    test('recognises the same events under `any`, and two are still two', async () => {
      const stream = newStream();
      const events = [event(), event()];
      const first = await append(stream, 'any', events);
      expect((await append(stream, 'any', events)).nextExpectedRevision).toBe(first.nextExpectedRevision);
      expect(await revisions(stream)).toEqual([0, 1]);
    });

    test('names the expectation that failed', async () => {
      await expect(append(newStream(), 'stream_exists')).rejects.toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 'stream_exists',
      });
    });

    test('refuses a stream without a name, in words that the client does not know', async () => {
      await expect(append('', 'any')).rejects.toThrow('Could not recognize BadRequest');
    });

    test('takes 1,048,000 bytes, and not what is larger than a MiB with all that belongs to it', async () => {
      await expect(append(newStream(), 'any', [event(1_048_000)])).resolves.toMatchObject({ success: true });
      await expect(append(newStream(), 'any', [event(1_048_576)])).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
    });

    test('refuses a message of 17 MB', async () => {
      await expect(append(newStream(), 'any', [event(17_000_000)])).rejects.toMatchObject({ code: 8 });
    });
  });

  describe('reading', () => {
    test('nothing is refused', async () => {
      const stream = newStream();
      await append(stream, 'any');
      await expect(read(stream, 0)).rejects.toMatchObject({ code: 2, message: expect.stringContaining('ReadStreamResult') });
    });

    test('all from inside a record, or backwards from behind the end, is refused', async () => {
      const commit = ((await append(newStream(), 'any')).position?.commit ?? 0n) - 1n;
      const within = { fromPosition: { commit, prepare: commit }, direction: FORWARDS, maxCount: 1 } as const;
      await expect(collect(client.readAll(within))).rejects.toMatchObject({ code: 2, message: expect.stringContaining('ReadAllResult') });
      const far = 2n ** 50n;
      const behind = { fromPosition: { commit: far, prepare: far }, direction: BACKWARDS, maxCount: 1 } as const;
      await expect(collect(client.readAll(behind))).rejects.toMatchObject({ code: 2, message: expect.stringContaining('ReadAllResult') });
    });

    test('all begins with what the server itself has written', async () => {
      const [first] = await collect(client.readAll({ fromPosition: START, maxCount: 1 }));
      expect(first?.event).toMatchObject({ streamId: '$$$scavenges', type: '$metadata' });
    });

    test('respects the number of events that are kept', async () => {
      const stream = newStream();
      await append(stream, 'any', [event(), event(), event()]);
      await client.setStreamMetadata(stream, { maxCount: 2 });
      expect(await revisions(stream)).toEqual([1, 2]);
    });

    test('respects the age up to which events are kept', async () => {
      const stream = newStream();
      await append(stream, 'any');
      await client.setStreamMetadata(stream, { maxAge: 1 });
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      expect(await revisions(stream)).toEqual([]);
    });

    test('gives a link as it is', async () => {
      const [stream, links] = [newStream(), newStream()];
      await append(stream, 'any');
      const link = binaryEvent({ id: randomUUID(), type: '$>', data: Buffer.from(`0@${stream}`) });
      await client.appendToStream(links, [link]);
      expect((await read(links)).map(({ event: read }) => read?.type)).toEqual(['$>']);
    });
  });

  describe('a stream that was deleted', () => {
    test('softly reads as none, can be begun anew, and goes on counting', async () => {
      const stream = newStream();
      await append(stream, 'no_stream', [event(), event()]);
      await client.deleteStream(stream);
      await expect(read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
      await append(stream, 'no_stream');
      expect(await revisions(stream)).toEqual([2]);
    });

    test('for ever can be neither read nor written, and leaves an event of the server in that very stream', async () => {
      const stream = newStream();
      await append(stream, 'any');
      await client.tombstoneStream(stream);
      await expect(read(stream)).rejects.toMatchObject({ type: 'stream-deleted', code: 9 });
      await expect(append(stream, 'any')).rejects.toMatchObject({ type: 'stream-deleted' });
      const [last] = await collect(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }));
      expect(last?.event).toMatchObject({ streamId: stream, type: '$streamDeleted', revision: 2n ** 63n - 1n });
    });
  });

  describe('a subscription', () => {
    test('from inside a record ends with an error that says nothing', async () => {
      const commit = ((await append(newStream(), 'any')).position?.commit ?? 0n) - 1n;
      const subscription = client.subscribeToAll({ fromPosition: { commit, prepare: commit } });
      const error = await new Promise((resolve) => subscription.on('error', resolve));
      expect(error).toMatchObject({ code: 2, message: expect.stringContaining('Exception was thrown by handler.') });
    });
  });
});
