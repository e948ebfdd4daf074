import type { AddressInfo } from 'node:net';
import { startNode, type StartOptions } from '#node';
import type { Settings } from '#settings';
import { requireEvaluation } from './require-evaluation.js';

export interface RunningServer {
  /** Where it listens, as in `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new requests, finishes those in hand, and closes everything. */
  stop(): Promise<void>;
}

/** Puts a node to work and answers requests with it. */
export async function startServer(
  settings: Settings,
  options: Pick<StartOptions, 'root' | 'fatal' | 'acceptOlderLog'>,
): Promise<RunningServer> {
  requireEvaluation(settings);
  // Threads of their own open the log and the keys; meanwhile this one loads what answers requests.
  const [started, { serve }] = await Promise.all([startNode(settings, { ...options, patient: true }), import('./serve.js')]);
  const app = await serve(started, settings, options.root);
  return {
    address: addressOf(app.getHttpServer().address() as AddressInfo),
    stop: async () => {
      await app.close();
      await started.stop();
    },
  };
}

const addressOf = ({ address, family, port }: AddressInfo): string => `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
