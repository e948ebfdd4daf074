import { directoryAfter, emptyDirectory, outlivedBySignOut, personEventTypes } from '#identity';
import { emptyOrganisation, evolveOrganisation, organisationEventTypes, type Organisation, type OrganisationEvent } from '#organisation';

/** Who is responsible, as the log tells it. */
export const organisationFold = {
  name: 'organisation',
  version: 3,
  types: organisationEventTypes,
  initial: emptyOrganisation,
  evolve: (org: Organisation, events: readonly object[]) => (events as OrganisationEvent[]).reduce(evolveOrganisation, org),
};

/** Who may do what, as the log tells it. */
export const directoryFold = {
  name: 'directory',
  version: 2,
  types: personEventTypes,
  initial: emptyDirectory,
  evolve: directoryAfter,
  outlives: outlivedBySignOut,
};
