import { join } from 'node:path';
import { eventLogContract } from './contract/event-log-contract.js';
import { type Opened, type Setting } from './contract/setting.js';
import { identify } from './log-identity.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import { StoredEventLog } from './stored-event-log.js';

const open = async ({ folder, ...codec }: Setting): Promise<Opened> => {
  const store = new SqliteStore({ file: join(folder, 'log.db') });
  return { store, log: new StoredEventLog(await identify(store), store, codec) };
};

eventLogContract({ name: 'SQLite', open, reopen: open });
