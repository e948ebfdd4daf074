import type { Check } from '../check.js';

/** Within a stream the time of recording never goes back, whatever a clock did. */
export const recordedAtCheck: Check = {
  kind: 'recorded-at',
  meet({ metadata, before }) {
    if (!metadata || !before || metadata.recordedAt >= before.recordedAt) return undefined;
    return `was recorded at ${metadata.recordedAt}, before what stands before it in its stream (${before.recordedAt})`;
  },
};
