import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problem } from '../problems/problem.js';

/** Node's words for what it cannot read, as far as there is more to say than that. */
const statuses: Readonly<Record<string, readonly [status: number, code: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout'],
  HPE_HEADER_OVERFLOW: [431, 'headers-too-large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'too-large'],
  HPE_INVALID_METHOD: [501, 'not-implemented'],
};

/** Answers what is not even a request, so that nobody can say for whom: a problem document, and the end of the connection. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  refuse(socket, ...(statuses[error.code ?? ''] ?? [400, 'bad-request']));
}

/** Answers on a bare socket. What still comes in on it is not read. */
export function refuse(socket: Socket, status: number, code: string, retryAfter?: number): void {
  const body = JSON.stringify(problem(status, code));
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${body.length}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    ...(retryAfter === undefined ? [] : [`retry-after: ${retryAfter}`]),
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
