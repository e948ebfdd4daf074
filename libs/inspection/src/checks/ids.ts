import { isDerived } from '#event-log';
import type { Check } from '../check.js';

/** An id is derived from stream, command and fingerprint, and counted up within what one command wrote; so it tells where its event belongs. */
export const idCheck: Check = {
  kind: 'id',
  meet({ stored: { id, stream }, metadata, before }) {
    if (!metadata) return undefined;
    const { commandId, fingerprint = '' } = metadata;
    const isContinued = before !== undefined && before.commandId === commandId && before.fingerprint === fingerprint;
    const context = { commandId, fingerprint, before: isContinued ? before.id : undefined };
    return isDerived(id, stream, context) ? undefined : 'its id is not the one that follows from its stream and its command';
  },
};
