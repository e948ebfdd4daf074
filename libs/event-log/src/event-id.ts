import { deriveUuid } from './derive-uuid.js';
import { type Context } from './event-log.js';

/** The index is counted up in the last eight digits of the id, which are its last four bytes. */
const counted = 8;

/**
 * What makes events the same ones when a command is repeated: their ids are derived from stream, command id, fingerprint and
 * index. So a retry after an unknown outcome brings the same ids, and the same command id with another request brings other ones.
 */
export function eventIds(
  stream: string,
  { commandId, fingerprint = '' }: Pick<Context, 'commandId' | 'fingerprint'>,
  count: number,
): readonly string[] {
  const first = deriveUuid(stream, commandId, fingerprint);
  const head = first.slice(0, -counted);
  const start = Number.parseInt(first.slice(-counted), 16);
  return Array.from({ length: count }, (_, index) => head + ((start + index) >>> 0).toString(16).padStart(counted, '0'));
}
