import { setTimeout as sleep } from 'node:timers/promises';
import { LogRefused, LogUnavailable, type EventLog } from '#event-log';

/** In milliseconds. */
const pause = 500;
const [soon, awhile] = [3_000, 10_000];

/**
 * Waits for a node to begin, and not for ever: a log may be away, and views may have to be made anew of very many events. Whoever started
 * it can then be told how it stands.
 */
export async function waitAwhile(beginning: Promise<void>, log: EventLog): Promise<void> {
  const answers = log.head().then(
    () => true,
    (error: unknown) => {
      if (error instanceof LogRefused) throw error;
      return false;
    },
  );
  if (await Promise.race([answers, after(soon, false)])) await Promise.race([beginning, after(awhile, undefined)]);
}

const after = <T>(milliseconds: number, result: T): Promise<T> => sleep(milliseconds, result, { ref: false });

/**
 * Does something with the log as soon as it can be reached; gives up, with nothing, when the signal aborts.
 * @throws LogRefused where it lets nobody in like that
 */
export async function whenReachable<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LogUnavailable) || error instanceof LogRefused) throw error;
      await sleep(pause);
    }
  }
  return undefined;
}
