import type { Position } from './event-log.js';

/** Whether a position is the one right after another, or the first; undefined where the store's positions have gaps by themselves. */
export function isNext(position: Position, last: Position | undefined): boolean | undefined {
  const [store, number = ''] = position.split(':');
  return store === 'sqlite' ? BigInt(number) === BigInt(last?.slice('sqlite:'.length) ?? 0) + 1n : undefined;
}
