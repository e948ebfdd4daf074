import { WrongRevision } from './errors.js';
import type { Context, EventLog, NewEvent } from './event-log.js';

/**
 * Begins a stream with these events, unless somebody has begun it: derive its name and the command from what it is about, so that whoever
 * was first has said the same.
 */
export async function beginStream(log: EventLog, stream: string, events: readonly NewEvent[], context: Context): Promise<void> {
  try {
    await log.append(stream, 'no-stream', events, context);
  } catch (error) {
    if (!(error instanceof WrongRevision)) throw error;
  }
}
