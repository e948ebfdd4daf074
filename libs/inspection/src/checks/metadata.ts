import { isAsWritten } from '#event-log';
import type { Check } from '../check.js';

/** Metadata say what they should, nothing else, and in the very form in which they are written. */
export const metadataCheck: Check = {
  kind: 'metadata',
  meet: ({ stored }) => (isAsWritten(stored.metadata) ? undefined : 'its metadata are not as the program writes them'),
};
