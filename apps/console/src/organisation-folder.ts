import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  complaintText,
  emptyOrganisation,
  evolveOrganisation,
  organisationFileNames,
  readOrganisation,
  type Organisation,
} from '#organisation';
import { codeOf } from './error-text.js';
import { CannotDo } from './verb.js';

/** The folder of the default organisation, in the package this program was started from. */
export const defaultOrganisationFolder = fileURLToPath(new URL('../../../../organisations/region-gotland', import.meta.url));

/**
 * The organisation that a folder describes, without a log.
 * @throws CannotDo with every complaint, one a line, if a file is missing or wrong
 */
export async function organisationIn(folder: string): Promise<Organisation> {
  const texts = await Promise.all(organisationFileNames.map(async (name) => [name, await textOf(join(folder, name))] as const));
  const files = readOrganisation(Object.fromEntries(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))));
  const complaints = files.flatMap((file) => file.complaints);
  if (complaints.length > 0)
    throw new CannotDo(`The organisation in ${folder} cannot be used:\n${complaints.map(complaintText).join('\n')}`);
  return files.flatMap((file) => file.facts).reduce(evolveOrganisation, emptyOrganisation);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
