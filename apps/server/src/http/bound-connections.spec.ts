import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { eventually } from '#test/eventually';
import { boundConnections } from './bound-connections.js';

let server: Server;
let sockets: Socket[];
/** What was answered to connections on which nothing was asked. */
let refused: string[];

async function listen(trustedProxies: readonly string[]): Promise<void> {
  [sockets, refused] = [[], []];
  server = createServer();
  boundConnections(server, { trustedProxies }, { ofAnAddress: 3, inAll: 5 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** Connections that are opened, and send nothing: so many stay, the others are answered at once. */
async function open(count: number, from: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  for (let n = 0; n < count; n++) {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    sockets.push(socket);
    socket.on('data', (answer: Buffer) => refused.push(answer.toString('utf8').split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
  }
}

const held = (): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
const become = (count: number, answers: number) => eventually(async () => refused.length === answers && (await held()) === count);

it('holds so many connections of an address, and tells the next to wait', async () => {
  await listen([]);
  await open(5, '127.0.0.1');
  expect(await become(3, 2)).toBe(true);
  expect(new Set(refused)).toEqual(new Set(['HTTP/1.1 429 Too Many Requests']));
});

it('holds so many in all, whoever opens them', async () => {
  await listen([]);
  for (let n = 1; n <= 4; n++) await open(2, `127.0.0.${n}`);
  expect(await become(5, 3)).toBe(true);
  expect(new Set(refused)).toEqual(new Set(['HTTP/1.1 503 Service Unavailable']));
});

it('takes another when one has ended, and knows nobody who has gone', async () => {
  await listen([]);
  await open(3, '127.0.0.1');
  expect(await become(3, 0)).toBe(true);
  for (const socket of sockets) socket.destroy();
  expect(await become(0, 0)).toBe(true);
  await open(3, '127.0.0.1');
  expect(await become(3, 0)).toBe(true);
});

it('leaves it to a proxy to tell its visitors apart', async () => {
  await listen(['127.0.0.1']);
  await open(5, '127.0.0.1');
  expect(await become(5, 0)).toBe(true);
});
