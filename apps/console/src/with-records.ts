import { existsSync } from 'node:fs';
import { holdData, logPlace, openRecords, type Records } from '#node';
import type { Settings } from '#settings';
import { fatal, root, settings as readOurs } from './surroundings.js';
import { CannotDo } from './verb.js';

export interface Workplace extends Records {
  readonly settings: Settings;
}

/**
 * Opens log and keys beside whatever else works with them, does the work, and closes them.
 * @param make whether to make a log where there is none
 * @returns what the work resolves to
 * @throws CannotDo if there is no log and none is to be made
 */
export async function withRecords<Result>(work: (at: Workplace) => Promise<Result>, { make = false } = {}): Promise<Result> {
  const settings = readOurs();
  if (!make) requireLog(settings);
  const lock = holdData(settings, 'shared');
  try {
    const records = await openRecords(settings, { root, fatal });
    try {
      await records.log.head(); // a store that is away, or lets nobody in, says so before any work
      return await work({ ...records, settings });
    } finally {
      await records.close();
    }
  } finally {
    lock.release();
  }
}

/** Opening would make one, and a mistyped DATA_DIR would pass for an empty log. */
export function requireLog(settings: Settings): void {
  const place = logPlace(settings);
  if ('file' in place && !existsSync(place.file)) {
    throw new CannotDo(`There is no log in ${settings.dataDir} (DATA_DIR). Start the server once, or import an organisation.`);
  }
}
