import { all, context, encoded, headOf, moved, newStream, type Opened } from './setting.js';

export function reading(opened: () => Opened): void {
  describe('reading a stream', () => {
    const stream = newStream();
    const numbers = async (options?: Parameters<Opened['log']['read']>[1]): Promise<unknown[]> =>
      (await all(opened().log.read(stream, options))).map(({ data }) => (data as { by: number }).by);

    beforeAll(async () => {
      await opened().log.append(stream, 'no-stream', [0, 1, 2, 3, 4].map(moved), context());
    });

    test('that does not exist yields nothing', async () => expect(await all(opened().log.read(newStream()))).toEqual([]));
    test('yields its events in order', async () => expect(await numbers()).toEqual([0, 1, 2, 3, 4]));
    test('from a revision', async () => expect(await numbers({ from: 3 })).toEqual([3, 4]));
    test('with a limit', async () => expect(await numbers({ limit: 2 })).toEqual([0, 1]));
    test('from a revision with a limit', async () => expect(await numbers({ from: 1, limit: 2 })).toEqual([1, 2]));
    test('backwards', async () => expect(await numbers({ backwards: true })).toEqual([4, 3, 2, 1, 0]));
    test('backwards from a revision', async () => expect(await numbers({ backwards: true, from: 1 })).toEqual([1, 0]));
    test('only the last', async () => expect(await numbers({ backwards: true, limit: 1 })).toEqual([4]));
    test('from behind its end yields nothing', async () => expect(await numbers({ from: 5 })).toEqual([]));
    test('may be left early', async () => {
      for await (const { revision } of opened().log.read(stream)) if (revision === 1) break;
      expect(await numbers({ limit: 1 })).toEqual([0]);
    });

    test('that is longer than a page', async () => {
      const long = newStream();
      for (let block = 0; block < 5; block += 1) {
        const expected = block === 0 ? 'no-stream' : block * 100 - 1;
        await opened().log.append(
          long,
          expected,
          Array.from({ length: 100 }, (_, index) => moved(block * 100 + index)),
          context(),
        );
      }
      const forwards = (await all(opened().log.read(long))).map(({ revision }) => revision);
      const backwards = (await all(opened().log.read(long, { backwards: true }))).map(({ revision }) => revision);
      expect(forwards).toEqual(Array.from({ length: 500 }, (_, index) => index));
      expect(backwards).toEqual([...forwards].reverse());
    });
  });

  describe('a position', () => {
    test('finds its event again', async () => {
      const stream = newStream();
      await opened().log.append(stream, 'no-stream', [moved(1), moved(2)], context());
      for (const event of await all(opened().log.read(stream))) expect(await opened().log.at(event.position)).toEqual(event);
    });

    test('of another store is nowhere', async () => {
      const foreign = (await headOf(opened().log)).startsWith('sqlite:') ? 'esdb:1' : 'sqlite:1';
      expect(await opened().log.at(foreign as 'sqlite:1')).toBeUndefined();
    });

    test('ahead of the log is nowhere', async () => {
      const ahead = (await headOf(opened().log)).startsWith('sqlite:') ? 'sqlite:9000000000000000' : 'esdb:9000000000000000000';
      expect(await opened().log.at(ahead as 'sqlite:1')).toBeUndefined();
    });

    test('is the head after an append', async () => {
      const { position } = await opened().log.append(newStream(), 'no-stream', [moved()], context());
      expect(await opened().log.head()).toBe(position);
    });
  });

  describe('what this program cannot read', () => {
    test.each([
      ['a type it does not know', encoded('SomethingNew', '{}'), 'does not know SomethingNew version 1'],
      ['a version it does not know', encoded('CounterMoved', '{}', 9), 'does not know CounterMoved version 9'],
      ['damaged data', encoded('CounterMoved', '{"by":'), 'JSON'],
      ['a personal field that is not sealed', encoded('NoteWritten', '{"text":7}'), 'text is not sealed'],
      ['metadata of another program', { ...encoded('CounterMoved', '{}'), metadata: '{"who":"me"}' }, 'its metadata have no'],
    ])('is delivered as unreadable: %s', async (_, planted, reason) => {
      const stream = newStream();
      await opened().store.append(stream, 'no-stream', [planted]);
      const [event] = await all(opened().log.read(stream));
      expect(event).toMatchObject({ id: planted.id, stream, revision: 0, type: planted.type });
      expect(event?.unreadable).toContain(reason);
      expect(() => event?.data).toThrow(reason);
    });
  });

  test('an event of an older version comes in its current form', async () => {
    const stream = newStream();
    await opened().store.append(stream, 'no-stream', [encoded('PlaceNamed', '{"name":"v1.key.bytes"}')]);
    const [event] = await all(opened().log.read(stream));
    const place = `${opened().log.id}|${stream}|${event?.id ?? ''}|PlaceNamed|name|1`;
    expect(event?.data).toEqual({ place: { sealed: 'v1.key.bytes', place }, kind: 'unknown' });
  });
}
