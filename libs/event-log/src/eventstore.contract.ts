import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';
import { eventLogContract } from './contract/event-log-contract.js';
import { type Opened, type Setting } from './contract/setting.js';
import { EventStoreDbStore } from './eventstore/eventstore-store.js';
import { StoredEventLog } from './stored-event-log.js';

/** A real server where one is named, whose log may hold anything; else one that speaks its protocol. */
const real = process.env['EVENTSTORE_URL'];
let server: EventStoreServer | undefined;

const open = async (codec: Setting): Promise<Opened> => {
  const url = real ?? (server ??= await startEventStoreServer()).url;
  const store = new EventStoreDbStore({ url });
  const log = new StoredEventLog(store, codec);
  await log.identify();
  return { store, log };
};

eventLogContract({
  name: real ?? 'EventStoreDB',
  open,
  reopen: open,
  close: () => {
    server?.stop();
    return Promise.resolve();
  },
});
