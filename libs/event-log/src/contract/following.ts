import { all, context, headOf, moved, newStream, untilCaughtUp, type Opened } from './setting.js';

export function following(opened: () => Opened, reopen: () => Promise<Opened>): void {
  const append: Opened['log']['append'] = (...call) => opened().log.append(...call);

  describe('following', () => {
    test('yields what was appended after a position, in order, and then that it caught up', async () => {
      const start = await headOf(opened().log);
      const [one, other] = [newStream(), newStream()];
      await append(one, 'no-stream', [moved(1), moved(2)], context());
      await append(other, 'no-stream', [moved(3)], context());
      await append(one, 1, [moved(4)], context());
      const seen = (await untilCaughtUp(opened().log, start)).filter(({ stream }) => [one, other].includes(stream));
      expect(seen.map(({ data }) => data)).toEqual([{ by: 1 }, { by: 2 }, { by: 3 }, { by: 4 }]);
    });

    test.each([
      ['takes one after the other', () => undefined],
      ['lets others have a turn between two', () => new Promise((resolve) => setImmediate(resolve))],
      ['is slow', () => new Promise((resolve) => setTimeout(resolve, 3))],
    ])('says that it caught up when nothing is left to see, to whoever %s', async (_, between) => {
      const start = await headOf(opened().log);
      const stream = newStream();
      await append(stream, 'no-stream', Array.from({ length: 70 }, moved), context());
      const seen: number[] = [];
      for await (const item of opened().log.follow(start, { signal: new AbortController().signal })) {
        if (item === 'caught-up') break;
        if (item.stream === stream) seen.push(item.revision);
        await between();
      }
      expect(seen).toEqual(Array.from({ length: 70 }, (__, index) => index));
    });

    test('from the start begins with the identity of the log', async () => {
      const seen = await untilCaughtUp(opened().log, 'start');
      expect(seen.some(({ type, data }) => type === 'LogIdentified' && (data as { logId: string }).logId === opened().log.id)).toBe(true);
    });

    test('from the head yields nothing but that it caught up', async () => {
      expect(await untilCaughtUp(opened().log, await headOf(opened().log))).toEqual([]);
    });

    test('goes on with what is appended later', async () => {
      const stream = newStream();
      const stop = new AbortController();
      const seen: unknown[] = [];
      for await (const item of opened().log.follow(await headOf(opened().log), { signal: stop.signal })) {
        if (item !== 'caught-up' && item.stream !== stream) continue;
        seen.push(item === 'caught-up' ? item : item.revision);
        if (seen.length === 1) await append(stream, 'no-stream', [moved()], context());
        if (seen.at(-1) === 0) await append(stream, 0, [moved()], context());
        if (seen.at(-1) === 1) stop.abort();
      }
      expect(seen.filter((item) => item !== 'caught-up')).toEqual([0, 1]);
      expect(seen[0]).toBe('caught-up');
    });

    test('sees what somebody else appends', async () => {
      const other = await reopen();
      const stream = newStream();
      const stop = new AbortController();
      for await (const item of opened().log.follow(await headOf(opened().log), { signal: stop.signal })) {
        if (item === 'caught-up') void other.log.append(stream, 'no-stream', [moved()], context()).catch(() => undefined);
        else if (item.stream === stream) stop.abort();
      }
      await other.log.close();
      expect(await all(opened().log.read(stream))).toHaveLength(1);
    });

    test('resumes after any event without a gap or a repetition', async () => {
      const start = await headOf(opened().log);
      const stream = newStream();
      await append(stream, 'no-stream', [0, 1, 2, 3].map(moved), context());
      const whole = (await untilCaughtUp(opened().log, start)).map(({ id }) => id);
      for (const event of await untilCaughtUp(opened().log, start)) {
        const rest = (await untilCaughtUp(opened().log, event.position)).map(({ id }) => id);
        expect(rest).toEqual(whole.slice(whole.indexOf(event.id) + 1));
      }
    });

    test('ends when it is told to, also while it waits', async () => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 30);
      const seen = await all(opened().log.follow(await headOf(opened().log), { signal: stop.signal }));
      expect(seen.filter((item) => item !== 'caught-up')).toEqual([]);
    });

    test('yields nothing when it was told to end before', async () => {
      expect(await all(opened().log.follow('start', { signal: AbortSignal.abort() }))).toEqual([]);
    });

    test('refuses a position of another store', async () => {
      const foreign = (await headOf(opened().log)).startsWith('sqlite:') ? 'esdb:1' : 'sqlite:1';
      await expect(untilCaughtUp(opened().log, foreign as 'sqlite:1')).rejects.toThrow('not a position of this store');
    });
  });
}
