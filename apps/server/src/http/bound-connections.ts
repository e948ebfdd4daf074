import type { Server, Socket } from 'node:net';
import { addressKey } from './address-key.js';
import { refuse } from './unreadable-request.js';

interface Most {
  readonly ofAnAddress: number;
  readonly inAll: number;
}

/** Browsers open six; a school behind one address has a class or two of them. */
const most: Most = { ofAnAddress: 512, inAll: 2_048 };

/**
 * Takes so many connections and no more, so that half-sent requests cannot pile up. Where proxies are named, every connection is theirs: they
 * see the addresses and bound them.
 */
export function boundConnections(
  server: Server,
  { trustedProxies }: { readonly trustedProxies: readonly string[] },
  { ofAnAddress, inAll }: Most = most,
): void {
  const open = new Map<string, number>();
  let all = 0;
  server.on('connection', (socket: Socket) => {
    const address = addressKey(socket.remoteAddress ?? '');
    const own = (open.get(address) ?? 0) + 1;
    open.set(address, own);
    all++;
    socket.once('close', () => {
      all--;
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (all > inAll) refuse(socket, 503, 'busy', 10);
    else if (own > ofAnAddress && trustedProxies.length === 0) refuse(socket, 429, 'too-many-requests', 10);
  });
}
