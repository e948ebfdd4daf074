import { type Position } from '../event-log.js';

export const positionOf = (row: number): Position => `sqlite:${row}`;

/** The row a position names, or undefined if another store made it. */
export function rowOf(position: Position): number | undefined {
  const [, digits] = /^sqlite:([1-9]\d{0,15})$/.exec(position) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
