import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { complaintText, organisationFileNames, readOrganisation, type OrganisationEvent } from '#organisation';

/** The organisation folder is wrong; the message names the file, the line, the field and the reason. Nothing was imported. */
export class BadOrganisation extends Error {}

/** Reads a folder such as `organisations/region-gotland` and checks it as a whole. */
export async function readOrganisationFolder(folder: string): Promise<readonly OrganisationEvent[]> {
  const present = new Set(await readdir(folder));
  const names = organisationFileNames.filter((name) => present.has(name));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
  const files = readOrganisation(Object.fromEntries(texts));
  const complaints = files.flatMap((file) => file.complaints);
  if (complaints.length > 0) throw new BadOrganisation(complaints.map(complaintText).join('\n'));
  return files.flatMap(({ facts }) => facts);
}
