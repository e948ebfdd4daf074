import type { Position, Recorded } from '#event-log';

/**
 * How far a processor has come. The event's id stands beside its position so that a log which was restored or replaced is
 * noticed: the position may exist there, but another event stands at it.
 */
export interface Checkpoint {
  readonly logId: string;
  readonly position: Position;
  readonly eventId: string;
}

export const checkpointAt = (logId: string, { position, id }: Recorded): Checkpoint => ({ logId, position, eventId: id });
