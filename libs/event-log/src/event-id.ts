import { deriveUuid } from './derive-uuid.js';
import { type Context } from './event-log.js';

/**
 * What makes an event the same one when a command is repeated. So a retry after an unknown outcome brings the same ids, and
 * the same command id with another request brings other ones.
 */
export const eventId = (
  stream: string,
  { commandId, fingerprint = '' }: Pick<Context, 'commandId' | 'fingerprint'>,
  index: number,
): string => deriveUuid(stream, commandId, fingerprint, String(index));
