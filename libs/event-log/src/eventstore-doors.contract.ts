import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFor } from '#test/a-certificate';
import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';
import { newSetting } from './contract/setting.js';
import { LogRefused, LogUnavailable } from './errors.js';
import { openEventStoreLog } from './open-eventstore-log.js';

describe('an EventStoreDB that one does not get into', () => {
  const setting = newSetting();
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-doors-'));
  const authority = join(folder, 'ca.pem');
  let server: EventStoreServer;
  let another: Server;
  let elsewhere = '';

  beforeAll(async () => {
    const certificate = certificateFor('localhost');
    writeFileSync(authority, certificate.cert);
    const users = { admin: { password: 'right word', readsAll: true }, guest: { password: 'right word', readsAll: false } };
    server = await startEventStoreServer({ certificate, users });
    another = createServer((_, response) => response.end('hello'));
    await new Promise<void>((listening) => another.listen(0, '127.0.0.1', listening));
    elsewhere = `esdb://127.0.0.1:${(another.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.stop();
    another.closeAllConnections();
    await new Promise((closed) => another.close(closed));
    rmSync(folder, { recursive: true });
    await setting.remove();
  });

  const head = async (url: string): Promise<unknown> => {
    const log = await openEventStoreLog({ url, patience: { first: 500, total: 500, pause: 10 }, ...setting });
    try {
      return await log.head();
    } finally {
      await log.close();
    }
  };
  const address = (user: string) => `esdb://${user}@localhost:${server.port}?tlsCAFile=${authority}`;

  test('lets in who has the word', async () => expect(await head(address('admin:right%20word'))).toMatch(/^esdb:/));

  test.each(['admin:wrong', 'nobody:right%20word', 'guest:right%20word'])('refuses %s at once, and waits for nothing', async (user) => {
    await expect(head(address(user))).rejects.toThrow(LogRefused);
    await expect(head(address(user))).rejects.toThrow('does not let this user in');
  });

  const closed: readonly (readonly [string, () => string, string | RegExp])[] = [
    ['nothing is there', () => 'esdb://127.0.0.1:9?tls=false', 'nothing listens there'],
    ['nobody knows the host', () => 'esdb://no-such-host.invalid:2113?tls=false', 'its host is not known'],
    ['nobody vouches for it', () => `esdb://admin:right%20word@localhost:${server.port}`, 'its certificate is not trusted'],
    ['it speaks TLS, and we do not', () => `esdb://localhost:${server.port}?tls=false`, /broke the connection|does not answer/],
    ['something else is there', () => `${elsewhere}?tls=false`, 'no EventStoreDB'],
    ['it speaks no TLS, and we do', () => elsewhere, 'does not speak TLS'],
  ];

  test.each(closed)('says that %s', async (_, url, words) => {
    const failed = head(url());
    await expect(failed).rejects.toThrow(LogUnavailable);
    await expect(failed).rejects.toThrow(words);
    await expect(failed).rejects.not.toThrow('right');
  });
});
