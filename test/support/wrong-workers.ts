import { randomUUID } from 'node:crypto';
import type { EventLog } from '#event-log';
import { localDate } from '#promises';
import type { AWorker } from './a-worker.js';

// What a build would do that is wrong, so that a test can show that it would be caught.

/** Takes the day from the clock on the wall: at midnight, and whatever that clock shows. */
export const byTheWallClock = (worker: AWorker, now: () => string): Promise<void> => worker.work.upTo(localDate(now()));

/** A log for workers that trust what they remember: ids are new each time, and it does not matter where the stream stands. */
export function trustingMemory(log: EventLog): EventLog {
  return {
    id: log.id,
    read: (stream, options) => log.read(stream, options),
    follow: (after, options) => log.follow(after, options),
    at: (position) => log.at(position),
    head: () => log.head(),
    close: () => log.close(),
    async append(stream, _expected, events, context) {
      for (;;) {
        let head: number | 'no-stream' = 'no-stream';
        for await (const { revision } of log.read(stream, { backwards: true, limit: 1 })) head = revision;
        try {
          return await log.append(stream, head, events, { ...context, commandId: randomUUID() });
        } catch {
          continue; // somebody was faster: once more, behind them
        }
      }
    },
  };
}
