import { getEventListeners } from 'node:events';
import { TimedOut, within } from './patience.js';

describe('within a time', () => {
  const never = new Promise<never>(() => undefined);

  test.each([
    ['an answer', () => Promise.resolve('here'), 'here'],
    ['an error', () => Promise.reject(new Error('broken')), 'broken'],
    ['nothing', () => never, 'no answer within 5 ms'],
  ])('%s comes, and the signal is left as it was', async (_, answer, expected) => {
    const { signal } = new AbortController();
    expect(await within(5, answer(), signal).catch((error: unknown) => (error as Error).message)).toBe(expected);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('nobody waits on when the signal aborts, or has aborted', async () => {
    const ending = new AbortController();
    const waited = within(60_000, never, ending.signal);
    ending.abort();
    await expect(waited).rejects.toThrow(TimedOut);
    await expect(within(60_000, never, ending.signal)).rejects.toThrow(TimedOut);
  });
});
