import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteLog, type EventLog } from '#event-log';
import { openKeys, type Keys } from '#keys';
import { eventSchemas } from '#node';

export interface OpenLog {
  readonly log: EventLog;
  readonly keys: Keys;
  close(): Promise<void>;
}

/** A log as the server opens it, in a folder of its own. */
export async function openLog(folder: string): Promise<OpenLog> {
  mkdirSync(folder, { recursive: true });
  const keysFolder = join(folder, 'keys');
  const keys = openKeys({ folder: keysFolder, masterKeyFile: join(keysFolder, 'master.key'), create: true });
  const log = await openSqliteLog({ file: join(folder, 'log.db'), schemas: eventSchemas('.'), keys });
  return {
    log,
    keys,
    close: async () => {
      await log.close();
      await keys.close();
    },
  };
}
