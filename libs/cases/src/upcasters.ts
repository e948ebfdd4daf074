/**
 * Case events as they were recorded before they knew what they know today, for the codec of the log: by type, and the version that is
 * brought to the next.
 */
export const caseUpcasters = {
  PromiseMade: {
    1: (made: Readonly<Record<string, unknown>>) => ({ ...made, from: null, term: null, extensions: null }),
  },
  // Numbers were noticed in what came in alone.
  PersonalNumberNoticed: {
    1: (noticed: Readonly<Record<string, unknown>>) => noticed,
  },
  AnswerRated: {
    1: (rated: Readonly<Record<string, unknown>>) => ({ by: null, ...rated }),
  },
  DelayNoticeGiven: {
    1: (given: Readonly<Record<string, unknown>>) => ({ of: 'answer', ...given }),
  },
};
