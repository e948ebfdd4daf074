import { type Position } from '../event-log.js';

export const positionOf = (commit: bigint): Position => `esdb:${commit}`;

/** The offset in the server's log, or undefined if another store made the position. */
export function commitOf(position: Position): bigint | undefined {
  const [, digits] = /^esdb:(\d{1,19})$/.exec(position) ?? [];
  return digits === undefined ? undefined : BigInt(digits);
}
