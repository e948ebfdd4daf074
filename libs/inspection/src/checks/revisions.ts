import type { Check } from '../check.js';

/** The events of a stream are numbered from 0 without a gap, in the order in which they stand in the log. */
export const revisionCheck: Check = {
  kind: 'revision',
  meet({ stored, before }) {
    const expected = (before?.revision ?? -1) + 1;
    return stored.revision === expected ? undefined : `is no. ${stored.revision} of its stream where no. ${expected} should stand`;
  },
};
