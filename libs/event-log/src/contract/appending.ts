import { InvalidEvent, WrongRevision } from '../errors.js';
import { all, context, moved, newStream, note, type Opened } from './setting.js';

export function appending(opened: () => Opened): void {
  const append: Opened['log']['append'] = (...call) => opened().log.append(...call);
  const types = async (stream: string): Promise<string[]> => (await all(opened().log.read(stream))).map(({ type }) => type);

  describe('appending', () => {
    test('makes a stream, and revisions count from 0', async () => {
      const stream = newStream();
      expect(await append(stream, 'no-stream', [moved(), moved()], context())).toMatchObject({ revision: 1, repeated: false });
      expect(await append(stream, 1, [moved()], context())).toMatchObject({ revision: 2, repeated: false });
    });

    test('answers with the position of the last event', async () => {
      const stream = newStream();
      const { position } = await append(stream, 'no-stream', [moved(1), moved(2)], context());
      expect(await opened().log.at(position)).toMatchObject({ stream, revision: 1, data: { by: 2 } });
    });

    test('records what it was given', async () => {
      const stream = newStream();
      const given = context({ causationId: 'cause', fingerprint: 'print' });
      await append(stream, 'no-stream', [moved(7)], given);
      const [event] = await all(opened().log.read(stream));
      expect(event).toMatchObject({ stream, revision: 0, type: 'CounterMoved', data: { by: 7 }, metadata: { ...given, schemaVersion: 1 } });
    });

    test('leaves out of the metadata what was not given', async () => {
      const stream = newStream();
      await append(stream, 'no-stream', [moved()], context());
      const [event] = await all(opened().log.read(stream));
      expect(Object.keys(event?.metadata ?? {}).sort()).toEqual(['actor', 'commandId', 'correlationId', 'recordedAt', 'schemaVersion']);
    });

    test.each([
      ['a stream that exists', ['no-stream']],
      ['a revision that was overtaken', [0]],
      ['a revision that is not there yet', [2, 7]],
    ] as const)('refuses %s', async (_, expectations) => {
      const stream = newStream();
      await append(stream, 'no-stream', [moved(), moved()], context());
      for (const expected of expectations) {
        await expect(append(stream, expected, [moved()], context())).rejects.toThrow(WrongRevision);
      }
      expect(await types(stream)).toHaveLength(2);
    });

    test('refuses to go on in a stream that does not exist', async () => {
      const stream = newStream();
      await expect(append(stream, 0, [moved()], context())).rejects.toThrow(WrongRevision);
      expect(await types(stream)).toEqual([]);
    });

    test('names stream and expectation when it refuses', async () => {
      const stream = newStream();
      await expect(append(stream, 4, [moved()], context())).rejects.toMatchObject({ stream, expected: 4 });
    });

    test('lets one of many that want the same place win', async () => {
      const stream = newStream();
      await append(stream, 'no-stream', [moved()], context());
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => append(stream, 0, [moved()], context())));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const lost of tries) if (lost.status === 'rejected') expect(lost.reason).toBeInstanceOf(WrongRevision);
      expect(await types(stream)).toHaveLength(2);
    });

    test('accepts one and refuses another of the same moment', async () => {
      const [taken, free] = [newStream(), newStream()];
      await append(taken, 'no-stream', [moved()], context());
      const [refused, accepted] = await Promise.allSettled([
        append(taken, 'no-stream', [moved()], context()),
        append(free, 'no-stream', [moved()], context()),
      ]);
      expect([refused.status, accepted.status]).toEqual(['rejected', 'fulfilled']);
    });

    test('keeps the events of one append together among many', async () => {
      const streams = Array.from({ length: 30 }, newStream);
      await Promise.all(streams.map((stream) => append(stream, 'no-stream', [moved(1), moved(2), moved(3)], context())));
      for (const stream of streams) {
        const read = await all(opened().log.read(stream));
        expect(read.map(({ data }) => data)).toEqual([{ by: 1 }, { by: 2 }, { by: 3 }]);
      }
    });

    test('refuses an empty list', async () => {
      await expect(append(newStream(), 'no-stream', [], context())).rejects.toThrow(InvalidEvent);
    });
  });

  describe('appending again', () => {
    test('the same command is recognised and writes nothing', async () => {
      const stream = newStream();
      const same = context();
      const first = await append(stream, 'no-stream', [moved(1), moved(2)], same);
      expect(await append(stream, 'no-stream', [moved(1), moved(2)], same)).toEqual({ ...first, repeated: true });
      expect(await types(stream)).toHaveLength(2);
    });

    test('the same command is recognised after others went on', async () => {
      const stream = newStream();
      const same = context();
      const first = await append(stream, 'no-stream', [moved(1)], same);
      await append(stream, 0, [moved(2)], context());
      expect(await append(stream, 'no-stream', [moved(1)], same)).toEqual({ ...first, repeated: true });
    });

    test('a part from the beginning is recognised', async () => {
      const stream = newStream();
      const same = context();
      await append(stream, 'no-stream', [moved(1), moved(2)], same);
      expect(await append(stream, 'no-stream', [moved(1)], same)).toMatchObject({ revision: 0, repeated: true });
    });

    test('more than was written is refused', async () => {
      const stream = newStream();
      const same = context();
      await append(stream, 'no-stream', [moved(1)], same);
      await expect(append(stream, 'no-stream', [moved(1), moved(2)], same)).rejects.toThrow(WrongRevision);
    });

    test('the same command with another request is refused', async () => {
      const stream = newStream();
      const { commandId } = context();
      await append(stream, 'no-stream', [moved(1)], context({ commandId, fingerprint: 'one' }));
      await expect(append(stream, 'no-stream', [moved(2)], context({ commandId, fingerprint: 'two' }))).rejects.toThrow(WrongRevision);
    });

    test('the same command at another place is refused', async () => {
      const stream = newStream();
      const same = context();
      await append(stream, 'no-stream', [moved(1)], same);
      await append(stream, 0, [moved(2)], context());
      await expect(append(stream, 0, [moved(1)], same)).rejects.toThrow(WrongRevision);
    });

    test('the same command in another stream is another event', async () => {
      const same = context();
      const [one, other] = [newStream(), newStream()];
      await append(one, 'no-stream', [moved()], same);
      expect(await append(other, 'no-stream', [moved()], same)).toMatchObject({ repeated: false });
      const ids = [...(await all(opened().log.read(one))), ...(await all(opened().log.read(other)))].map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
    });

    test('sealed fields, which are sealed anew each time, do not hinder it', async () => {
      const stream = newStream();
      const same = context();
      await append(stream, 'no-stream', [note('Bussen kom inte')], same);
      expect(await append(stream, 'no-stream', [note('Bussen kom inte')], same)).toMatchObject({ repeated: true });
    });
  });
}
