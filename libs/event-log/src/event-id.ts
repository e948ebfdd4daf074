import { hash } from 'node:crypto';
import { uuidOf } from './derive-uuid.js';
import { type Context } from './event-log.js';

/** Where in the id the index is counted up: in its last four bytes. */
const counter = 12;

/**
 * What makes events the same ones when a command is repeated: their ids are derived from stream, command id, fingerprint and
 * index. So a retry after an unknown outcome brings the same ids, and the same command id with another request brings other ones.
 */
export function eventIds(
  stream: string,
  { commandId, fingerprint = '' }: Pick<Context, 'commandId' | 'fingerprint'>,
  count: number,
): readonly string[] {
  const digest = hash('sha256', JSON.stringify([stream, commandId, fingerprint]), 'buffer');
  const first = digest.readUInt32BE(counter);
  return Array.from({ length: count }, (_, index) => {
    digest.writeUInt32BE((first + index) >>> 0, counter);
    return uuidOf(digest);
  });
}
