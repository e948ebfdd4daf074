import { setMaxListeners } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import { readAddress, type Address } from './address.js';

/**
 * Appends by a call for each. The client's other way, one long call for all, sends the deadline as a time of our clock, by which a
 * server with another clock refuses everything; and a second answer of the server to one append ends the process there (6.2.1).
 */
class Client extends EventStoreDBClient {
  protected override supports = (): Promise<boolean> => Promise.resolve(false);
}

const keepAliveInterval = 10_000;

/** The way to a server or a cluster. One that brings no answers is left for a new one; what waits on the old one ends by itself. */
export class Connection {
  private readonly address: Address;
  private used: Client;
  private generation = 0;
  private readonly old = new Set<Client>();
  private readonly shut = new AbortController();
  /** Aborts when the client in use is left for another. */
  private left = new AbortController();

  /** @throws BadAddress */
  constructor(url: string) {
    this.address = readAddress(url);
    setMaxListeners(0, this.shut.signal); // every call in hand listens
    this.used = this.connect();
  }

  get client(): EventStoreDBClient {
    return this.used;
  }

  /** Of the client that is in use now. */
  get signal(): AbortSignal {
    return this.left.signal;
  }

  /** Aborts when the connection is closed: nobody waits for an answer any more. */
  get closed(): AbortSignal {
    return this.shut.signal;
  }

  /** Leaves a client that did not answer in time, unless somebody else has left it already. */
  renew(silent: EventStoreDBClient): void {
    if (silent !== this.used) return;
    const old = this.used;
    this.old.add(old);
    setTimeout(() => void this.dispose(old), 2 * keepAliveInterval).unref();
    this.generation += 1;
    this.used = this.connect();
    this.left.abort();
    this.left = new AbortController();
  }

  async close(): Promise<void> {
    this.shut.abort();
    this.left.abort();
    await Promise.all([this.used, ...this.old].map((client) => this.dispose(client)));
  }

  private async dispose(client: Client): Promise<void> {
    this.old.delete(client);
    await client.dispose();
  }

  /** Connections of a process that have the same options are one below, so that a new client alone would meet the same silence. */
  private connect(): Client {
    const { hosts, discover, channel, credentials, tuning } = this.address;
    const options = { keepAliveInterval, ...tuning };
    if (options.keepAliveInterval >= keepAliveInterval) options.keepAliveInterval += this.generation % 1000;
    if (!discover) return new Client({ endpoint: hosts[0], ...options }, channel, credentials);
    if (hosts.length > 1) return new Client({ endpoints: [...hosts], ...options }, channel, credentials);
    return new Client({ discover: hosts[0], ...options }, channel, credentials);
  }
}
