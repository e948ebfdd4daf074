import { EventStoreDBClient } from '@eventstore/db-client';

const clients = new Map<string, { readonly client: EventStoreDBClient; users: number }>();

/**
 * One client for each server in a process: version 6.2.1 keeps the appends that wait in one process-wide map, and an error of
 * one client's stream rejects those of all others.
 */
export function takeClient(url: string): { readonly client: EventStoreDBClient; readonly release: () => Promise<void> } {
  const shared = clients.get(url) ?? { client: EventStoreDBClient.connectionString(url), users: 0 };
  clients.set(url, shared);
  shared.users += 1;
  const release = async (): Promise<void> => {
    shared.users -= 1;
    if (shared.users > 0) return;
    clients.delete(url);
    await shared.client.dispose();
  };
  return { client: shared.client, release };
}
