import { join } from 'node:path';
import type { Settings } from '#settings';
import { holdLock, Locked, ownAllIn, type Lock, type Share } from '#sqlite';

/** The data folder is used by somebody else in a way that leaves no room; the message says so in words for a person. */
export class DataInUse extends Error {}

/**
 * Says that the data folder is in use. Servers and most verbs of the console share it; who replaces files in it (a rebuild, a
 * restore) must be alone. What stands there becomes its owner's alone. Held until it is released or the process ends.
 * @throws DataInUse
 */
export function holdData({ dataDir }: Pick<Settings, 'dataDir'>, share: Share): Lock {
  ownAllIn(dataDir);
  try {
    return holdLock(join(dataDir, 'lock'), share);
  } catch (error) {
    if (error instanceof Locked) throw new DataInUse(reasons[share](dataDir));
    throw error;
  }
}

const reasons: Readonly<Record<Share, (dataDir: string) => string>> = {
  alone: (dataDir) => `The data in ${dataDir} is in use. Stop the server, and whatever else works there, and try again.`,
  shared: (dataDir) => `The data in ${dataDir} is being rebuilt, moved or restored. Try again when that has ended.`,
};
