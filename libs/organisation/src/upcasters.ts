/**
 * What the organisation was told to be, as it was recorded before it could be told whole, for the codec of the log: by event type, and the
 * version that is brought to the next. Policies said nothing of limits, reminders and a second stage, and so they say nothing now, and spoke
 * for every complaint procedure; no board had a successor, and of a signal nothing was said to the submitter.
 */
export const organisationUpcasters = {
  BoardPublished: {
    1: eachVersion((version) => ({ ...version, successor: null })),
  },
  HandoverSignalPublished: {
    1: eachVersion((version) => ({ ...version, wordSv: null, wordEn: null })),
  },
  CalendarPublished: { 1: (data: Readonly<Record<string, unknown>>) => data },
  PolicyPublished: {
    1: eachVersion(silentOnTheRest),
    2: eachVersion((version) => ({ ...version, complaintLaws: [] })),
  },
};

function silentOnTheRest(version: object): object {
  return { ...version, extensions: null, clarification: null, secondStage: null, reminders: [], escalations: [] };
}

function eachVersion(bring: (version: object) => object) {
  return ({ code, versions }: Readonly<Record<string, unknown>>) => ({ code, versions: (versions as object[]).map(bring) });
}
