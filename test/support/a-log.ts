import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog, type EventLog, type EventSchemas } from '#event-log';
import { openKeys, type Keys } from '#keys';
import { eventSchemas } from '#node';

export interface ALog {
  readonly log: EventLog;
  readonly keys: Keys;
  /** A folder of this log's own, for whatever else a test keeps. */
  readonly folder: string;
  close(): Promise<void>;
}

let known: EventSchemas | undefined;
/** Compiled once for all logs of a test file. */
const schemas = (): EventSchemas => (known ??= eventSchemas(process.cwd()));

/** A real log in SQLite with real keys, in a folder that goes with it. @param place where that is made */
export async function aLog(place = tmpdir()): Promise<ALog> {
  const folder = mkdtempSync(join(place, 'synpunkter-'));
  const keys = openKeys({ folder: join(folder, 'keys'), masterKeyFile: join(folder, 'master.key'), create: true });
  const log = await openSqliteLog({ file: join(folder, 'log.db'), schemas: schemas(), keys });
  return {
    log,
    keys,
    folder,
    async close() {
      await log.close();
      await keys.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
