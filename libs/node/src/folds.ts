import { emptyDirectory, evolveDirectory, personEventTypes } from '#identity';
import { emptyOrganisation, evolveOrganisation, organisationEventTypes, type Organisation, type OrganisationEvent } from '#organisation';

/** Who is responsible, as the log tells it. */
export const organisationFold = {
  name: 'organisation',
  version: 2,
  types: organisationEventTypes,
  initial: emptyOrganisation,
  evolve: (org: Organisation, event: object) => evolveOrganisation(org, event as OrganisationEvent),
};

/** Who may do what, as the log tells it. */
export const directoryFold = {
  name: 'directory',
  version: 1,
  types: personEventTypes,
  initial: emptyDirectory,
  evolve: evolveDirectory,
};
