import { type ResolvedEvent, type StreamingRead } from '@eventstore/db-client';
import { within } from './patience.js';

/** Reads to the end, or cancels: a read that is merely left stays open on the server, and only a hundred may be. */
export async function drain(read: StreamingRead<ResolvedEvent>, milliseconds: number): Promise<ResolvedEvent[]> {
  // An error that comes after the first one has nobody else to hear it.
  read.on('error', () => undefined);
  try {
    return await within(milliseconds, collect(read));
  } catch (error) {
    await within(milliseconds, read.cancel()).catch(() => undefined);
    throw error;
  }
}

async function collect(read: StreamingRead<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  for await (const event of read) events.push(event);
  return events;
}
