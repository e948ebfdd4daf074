import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { certificateFor } from './a-certificate.js';

/** What stands between the public network and the program: it speaks https, and tells the program who asked. */
export interface AProxy {
  close(): Promise<void>;
}

/**
 * @param publicUrl where it listens, and the host of its certificate, which it has signed itself
 * @param target the program behind it, as in `http://127.0.0.1:3000`
 */
export async function aProxy(publicUrl: string, target: string): Promise<AProxy> {
  const { hostname, port } = new URL(publicUrl);
  const { key, cert } = certificateFor(hostname);
  const server = createServer({ key, cert }, (request, response) => {
    const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress, 'x-forwarded-proto': 'https' };
    const behind = ask(target + (request.url ?? ''), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    behind.on('error', () => response.writeHead(502).end());
    request.pipe(behind);
  });
  await new Promise<void>((listening) => server.listen(Number(port), '127.0.0.1', listening));
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
