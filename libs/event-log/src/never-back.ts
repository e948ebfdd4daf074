import type { EventLog } from './event-log.js';

/** When something may be recorded in a stream that is to be recorded now: never before the last event of it, whatever the clock did since. */
export async function neverBack(log: Pick<EventLog, 'read'>, stream: string, now: string): Promise<string> {
  for await (const { unreadable, metadata } of log.read(stream, { backwards: true, limit: 1 }))
    if (unreadable === undefined && metadata.recordedAt > now) return metadata.recordedAt;
  return now;
}
