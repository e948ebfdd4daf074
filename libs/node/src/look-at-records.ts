import { lookAtLog, type EventSchemas, type LogHead, type LookedAt } from '#event-log';
import { keyFile, openKeys, type Keys } from '#keys';
import type { Settings } from '#settings';
import { eventSchemas } from './event-schemas.js';
import { holdsSomething, logPlace } from './open-records.js';

/** The log and the keys to it as they lie there, also where a start would ask about them. */
export interface RecordsLookedAt {
  readonly log: LookedAt;
  readonly schemas: EventSchemas;
  /** Undefined where there are none. */
  readonly keys: Keys | undefined;
  /** What the keys remembered of the log before it was opened. */
  readonly remembered: LogHead | undefined;
  close(): Promise<void>;
}

/**
 * Opens log and keys to look at them: nothing is asked, and no log or key is made. Undefined if there is no log.
 * @throws UnusableFile, WrongMasterKey, WrongDoorKey if what is there cannot be read at all
 */
export async function lookAtRecords(settings: Settings, root: string): Promise<RecordsLookedAt | undefined> {
  const place = logPlace(settings);
  if ('file' in place && !holdsSomething(place.file)) return undefined;
  const schemas = eventSchemas(root);
  const keys = keysIn(settings);
  const remembered = keys?.recall() as LogHead | undefined;
  try {
    const log = await lookAtLog(place, schemas);
    return {
      ...{ log, schemas, keys, remembered },
      async close() {
        await log.close();
        await keys?.close();
      },
    };
  } catch (error) {
    await keys?.close();
    throw error;
  }
}

function keysIn({ keysDir: folder, masterKeyFile, doorKeyFiles }: Settings): Keys | undefined {
  return holdsSomething(keyFile(folder)) ? openKeys({ folder, masterKeyFile, doorKeyFiles }) : undefined;
}
