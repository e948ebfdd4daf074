import { join } from 'node:path';
import { eventLogContract } from './contract/event-log-contract.js';
import { type Opened, type Setting } from './contract/setting.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import { StoredEventLog } from './stored-event-log.js';

const open = async ({ folder, ...codec }: Setting): Promise<Opened> => {
  const store = new SqliteStore({ file: join(folder, 'log.db') });
  const log = new StoredEventLog(store, codec);
  await log.identify();
  return { store, log };
};

eventLogContract({ name: 'SQLite', open, reopen: open });
