import { join } from 'node:path';
import { openEventStoreLog, openSqliteLog, type EventLog, type LogPlace } from '#event-log';
import { openKeys, type Keys } from '#keys';
import type { Settings } from '#settings';
import { eventSchemas } from './event-schemas.js';

/** The log and the keys to it. */
export interface Records {
  readonly log: EventLog;
  readonly keys: Keys;
  close(): Promise<void>;
}

interface Surroundings {
  /** The folder of the program, with `event-schemas` in it. */
  readonly root: string;
  readonly fatal: (error: unknown) => void;
}

/** Opens log and keys as the settings say; makes them where there are none. */
export async function openRecords(settings: Settings, { root, fatal }: Surroundings): Promise<Records> {
  const { keysDir: folder, masterKeyFile, doorKeyFiles, evaluation: create } = settings;
  const keys = openKeys({ folder, masterKeyFile, doorKeyFiles, create, fatal });
  try {
    const schemas = eventSchemas(root);
    const place = logPlace(settings);
    const log = await ('file' in place
      ? openSqliteLog({ ...place, schemas, keys, fatal })
      : openEventStoreLog({ ...place, schemas, keys }));
    return {
      log,
      keys,
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

/** Where the log stands. */
export const logPlace = ({ eventStoreUrl, dataDir }: Settings): LogPlace =>
  eventStoreUrl === undefined ? { file: logFile(dataDir) } : { url: eventStoreUrl };

/** The log of a data folder. */
export const logFile = (dataDir: string): string => join(dataDir, 'log.db');
