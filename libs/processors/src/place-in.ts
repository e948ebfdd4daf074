import type { EventLog, Position } from '#event-log';
import type { Processor } from './processor.js';

/**
 * Where a processor goes on. A checkpoint that does not stand in this log belongs to another one, or to a future that was lost; where
 * there is none, nobody knows what the rows were made from. Then all of it is made anew.
 */
export async function placeIn(log: EventLog, processor: Processor): Promise<Position | 'start'> {
  const checkpoint = processor.checkpoint();
  const there = checkpoint?.logId === log.id ? await log.at(checkpoint.position) : undefined;
  if (checkpoint && there?.id === checkpoint.eventId) return checkpoint.position;
  processor.restart();
  return 'start';
}
