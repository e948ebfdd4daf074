import { once } from 'node:events';
import { connect } from 'node:net';
import type { AServer } from './a-server.js';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes that no client would, and resolves with what comes back before the connection ends. */
export async function rawRequest({ address }: Pick<AServer, 'address'>, sent: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined); // the other end may close before everything has been sent
  socket.write(sent);
  await once(socket, 'close');
  return parsed(Buffer.concat(chunks).toString('utf8'));
}

/** A request of one line and some headers, after which the server is to close the connection. */
export const withHeaders = (line: string, headers: readonly string[], body = ''): string =>
  [`${line} HTTP/1.1`, ...headers, 'connection: close', '', body].join('\r\n');

function parsed(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  return {
    status: Number(line.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers.map((header) => [header.split(': ', 1)[0]?.toLowerCase() ?? '', header.replace(/^[^:]*: /, '')])),
    body: rest.join('\r\n\r\n'),
  };
}
