import { join } from 'node:path';
import { openSqliteLog, type EventLog, type Recorded } from '#event-log';
import { openKeys } from '#keys';
import { eventSchemas } from '#node';

/** Opens the log of a server that does not run, for as long as the work takes. */
export async function withLog<T>(dataFolder: string, work: (log: EventLog) => Promise<T>): Promise<T> {
  const keysFolder = join(dataFolder, 'keys');
  const keys = openKeys({ folder: keysFolder, masterKeyFile: join(keysFolder, 'master.key') });
  const schemas = eventSchemas(process.cwd());
  const log = await openSqliteLog({ file: join(dataFolder, 'log.db'), schemas, keys });
  try {
    return await work(log);
  } finally {
    await log.close();
    await keys.close();
  }
}

/** Everything that stands in a log, in order. */
export async function everythingIn(log: EventLog): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  const enough = new AbortController();
  for await (const event of log.follow('start', { signal: enough.signal })) {
    if (event === 'caught-up') break;
    events.push(event);
  }
  enough.abort();
  return events;
}
