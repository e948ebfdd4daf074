import { readOrganisationFolder } from '#node';
import { emptyOrganisation, evolveOrganisation, type Organisation } from '#organisation';

/** The default organisation with its calendar, as it is after an import. */
export const wholeOrganisation = async (): Promise<Organisation> =>
  (await readOrganisationFolder('organisations/region-gotland')).reduce(evolveOrganisation, emptyOrganisation);
