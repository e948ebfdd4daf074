import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable, type EventLog } from '#event-log';

/** In milliseconds. */
const pause = 500;
const soon = 3_000;

/** Whether the log is there. A store that is away is asked for a while; whoever starts does not wait that long. */
export function answersSoon(log: EventLog): Promise<boolean> {
  const answers = log.head().then(
    () => true,
    () => false,
  );
  return Promise.race([answers, sleep(soon, false, { ref: false })]);
}

/** Does something with the log as soon as it can be reached; gives up, with nothing, when the signal aborts. */
export async function whenReachable<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      await sleep(pause);
    }
  }
  return undefined;
}
