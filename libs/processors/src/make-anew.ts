import { setImmediate as turn } from 'node:timers/promises';
import type { EventLog, Recorded } from '#event-log';
import { placeIn } from './place-in.js';
import type { Processor } from './processor.js';

/** Large enough that what many events touch alike is written once for them, small enough that nobody waits long for a turn. */
const pageSize = 1_000;

/**
 * Brings what has read nothing yet to the end of the log, all of it together, so that each page is read once for all. In between the
 * process can do other things.
 * @throws LogUnavailable if the log does not answer; then each goes on by itself from where it is
 */
export async function makeAnew(log: EventLog, processors: readonly Processor[], signal: AbortSignal): Promise<void> {
  const places = await Promise.all(processors.map((processor) => placeIn(log, processor)));
  const anew = new Set(processors.filter((_, index) => places[index] === 'start'));
  if (anew.size === 0) return;
  for await (const page of pagesToTheEnd(log, pageSize, signal)) {
    for (const processor of anew) {
      if (!takes(processor, page, log.id)) anew.delete(processor);
      await turn();
    }
  }
}

/** The whole log as it stands, page by page. */
export async function* pagesToTheEnd(log: EventLog, size: number, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
  let page: Recorded[] = [];
  for await (const event of log.follow('start', { signal })) {
    if (event === 'caught-up') break;
    page.push(event);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Whoever another process is ahead of, or whose file is in trouble, is left to its follower, which tries again and shows why. */
function takes(processor: Processor, page: readonly Recorded[], logId: string): boolean {
  try {
    return processor.take(page, logId);
  } catch {
    return false;
  }
}
