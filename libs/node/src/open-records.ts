import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStoreLog, openSqliteLog, type EventLog, type EventSchemas, type LogPlace } from '#event-log';
import { keyFile, openKeys, type Keys } from '#keys';
import type { Settings } from '#settings';
import { inWords } from '#sqlite';
import { keysAreMissing } from './cannot-start.js';
import { eventSchemas } from './event-schemas.js';
import { RememberedLog } from './remembered-log.js';
import { viewsFolder } from './view-files.js';

/** The log and the keys to it. */
export interface Records {
  readonly log: EventLog;
  readonly keys: Keys;
  /** What the keys remember of the log. */
  readonly memory: RememberedLog;
  close(): Promise<void>;
}

interface Surroundings {
  /** The folder of the program, with `event-schemas` in it. */
  readonly root: string;
  readonly fatal: (error: unknown) => void;
  /** Whether a person has said that the log is to be taken as it is, also where it is not the one that was left. Default: no. */
  readonly acceptOlderLog?: boolean;
  /** Now, as ISO 8601 in UTC. Default: the clock of this machine. */
  readonly now?: () => string;
}

/**
 * Opens log and keys as the settings say; makes them where there are none.
 * @throws CannotStart if log and keys are not those that were left; a log server that is away is asked later
 */
export async function openRecords(settings: Settings, { root, fatal, acceptOlderLog = false, now }: Surroundings): Promise<Records> {
  if (!acceptOlderLog) requireKeys(settings);
  const { keysDir: folder, masterKeyFile, doorKeyFiles, evaluation: create } = settings;
  const keys = openKeys({ folder, masterKeyFile, doorKeyFiles, create, fatal });
  try {
    const memory = new RememberedLog(keys, settings, acceptOlderLog);
    const log = await openLog(settings, { schemas: eventSchemas(root), keys, memory, fatal, ...(now && { now }) });
    return {
      log,
      keys,
      memory,
      async close() {
        await log.close();
        await keys.close();
      },
    };
  } catch (error) {
    await keys.close();
    throw error;
  }
}

interface Opening {
  readonly schemas: EventSchemas;
  readonly keys: Keys;
  readonly memory: RememberedLog;
  readonly now?: () => string;
  readonly fatal: (error: unknown) => void;
}

async function openLog(settings: Settings, { fatal, ...opening }: Opening): Promise<EventLog> {
  const place = logPlace(settings);
  if (!('file' in place)) return openEventStoreLog({ ...place, ...opening });
  if (!holdsSomething(place.file) && (opening.memory.recall() || hasViews(settings))) opening.memory.isOdd('missing');
  try {
    return await openSqliteLog({ ...place, ...opening, fatal });
  } catch (error) {
    throw inWords(place.file, error);
  }
}

function requireKeys(settings: Settings): void {
  const place = logPlace(settings);
  if ('file' in place && holdsSomething(place.file) && !holdsSomething(keyFile(settings.keysDir))) throw keysAreMissing(settings);
}

/** Asked without opening it: to open a file that is not a database yet would make one. */
export const holdsSomething = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

const hasViews = ({ dataDir }: Settings): boolean => {
  const folder = viewsFolder(dataDir);
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.db'));
};

/** Where the log stands. */
export const logPlace = ({ eventStoreUrl, dataDir }: Settings): LogPlace =>
  eventStoreUrl === undefined ? { file: logFile(dataDir) } : { url: eventStoreUrl };

/** The log of a data folder. */
export const logFile = (dataDir: string): string => join(dataDir, 'log.db');
