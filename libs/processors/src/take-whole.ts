import type { Recorded } from '#event-log';
import type { TableProcessor } from './table-processor.js';

/** A view that does not hold all that it was given, and which event stands in the way. */
export class NotWhole extends Error {}

/**
 * Takes a page for work that needs all of it: rows that leave out an event, or that another process writes meanwhile, are no answer.
 * @throws NotWhole if an event was set aside, now or before, or the rows were not written
 */
export function takeWhole(processor: TableProcessor, page: readonly Recorded[], logId: string): void {
  if (!processor.take(page, logId)) throw new NotWhole(`${processor.name}: another process writes it at the same time`);
  const [letter] = processor.deadLetters();
  if (letter) throw new NotWhole(`${processor.name}: ${letter.stream}@${letter.revision} (${letter.type}): ${letter.cause}`);
}
