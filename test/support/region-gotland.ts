import { readFileSync } from 'node:fs';
import { emptyOrganisation, evolveOrganisation, organisationFileNames, readOrganisation, type Organisation } from '#organisation';

/** The texts of the default organisation's files, by name, as the folder holds them. */
export const regionGotlandFiles = (): Record<string, string> =>
  Object.fromEntries(organisationFileNames.map((name) => [name, readFileSync(`organisations/region-gotland/${name}`, 'utf8')]));

/** The default organisation, as it is after an import. */
export const regionGotland = (): Organisation =>
  readOrganisation(regionGotlandFiles())
    .flatMap((file) => file.facts)
    .reduce(evolveOrganisation, emptyOrganisation);
