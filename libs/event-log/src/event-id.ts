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
  return Array.from({ length: count }, (_, index) => countedUp(first, index));
}

/** Whether an id is that of the first event of a command in a stream, or of the one behind an event of the same command. */
export function isDerived(
  id: string,
  stream: string,
  { before, ...context }: Pick<Context, 'commandId' | 'fingerprint'> & { readonly before?: string | undefined },
): boolean {
  return id === (before === undefined ? eventIds(stream, context, 1)[0] : countedUp(before, 1));
}

function countedUp(id: string, by: number): string {
  const count = Number.parseInt(id.slice(-counted), 16) + by;
  return id.slice(0, -counted) + (count >>> 0).toString(16).padStart(counted, '0');
}
