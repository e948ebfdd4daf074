/**
 * Policies as they were recorded before they knew limits, reminders and a second stage: they said nothing of these, and so they say
 * nothing now. For the codec of the log, by event type and the version that is brought to the next.
 */
export const organisationUpcasters = {
  PolicyPublished: {
    1: ({ code, versions }: Readonly<Record<string, unknown>>) => ({ code, versions: (versions as object[]).map(silentOnTheRest) }),
  },
};

function silentOnTheRest(version: object): object {
  return { ...version, extensions: null, clarification: null, secondStage: null, reminders: [], escalations: [] };
}
