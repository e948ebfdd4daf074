import type { Position } from './event-log.js';

/** Whether who stands at a position has passed another one of the same log. The one thing that may be asked of two positions. */
export const isReached = (target: Position, at: Position): boolean => numberOf(at) >= numberOf(target);

/** Both stores count: SQLite rows, EventStoreDB bytes of its log, which do not fit a double. */
const numberOf = (position: Position): bigint => BigInt(position.slice(position.indexOf(':') + 1));
