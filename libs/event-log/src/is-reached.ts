import type { Position } from './event-log.js';

/** Whether two positions were made by the same kind of store; only then do they tell anything of each other. */
export const isOfOneStore = (one: Position, other: Position): boolean => one.split(':')[0] === other.split(':')[0];

/** Whether who stands at a position has passed another one of the same log. Nothing else may be asked of two positions of one store. */
export const isReached = (target: Position, at: Position): boolean => numberOf(at) >= numberOf(target);

/** Both stores count: SQLite rows, EventStoreDB bytes of its log, which do not fit a double. */
const numberOf = (position: Position): bigint => BigInt(position.slice(position.indexOf(':') + 1));
