/**
 * Case events as they were recorded before they knew what they know today, for the codec of the log: by type, and the version that is
 * brought to the next.
 */
export const caseUpcasters = {
  PromiseMade: {
    1: (made: Readonly<Record<string, unknown>>) => ({ ...made, from: null, term: null, extensions: null }),
  },
  DelayNoticeGiven: {
    1: (given: Readonly<Record<string, unknown>>) => ({ of: 'answer', ...given }),
  },
};
