import { join } from 'node:path';
import { caseUpcasters } from '#cases';
import { loadEventSchemas, type EventSchemas } from '#event-log';
import { noticeUpcasters } from '#notices';
import { organisationUpcasters } from '#organisation';
import { reportUpcasters } from '#views';

/** The schemas of all events of this program, with what brings older versions to the newest. @param root the folder with `event-schemas` in it */
export const eventSchemas = (root: string): EventSchemas =>
  loadEventSchemas(join(root, 'event-schemas'), { ...organisationUpcasters, ...caseUpcasters, ...noticeUpcasters, ...reportUpcasters });
