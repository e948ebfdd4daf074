import request, { type Response } from 'supertest';
import { tokenOf } from './an-api.js';
import type { AServer } from './a-server.js';

/** What a server tells of itself to who may read it. */
export interface Watched {
  readonly status: number;
  readonly ready: boolean;
  readonly clock: string;
  readonly views: readonly { readonly name: string; readonly current: boolean; readonly trouble: boolean; readonly deadLetters: number }[];
  readonly waiting: Readonly<Record<string, number>>;
}

/** Asks as the administrator of the evaluation does. @param now what the server takes for now, in epoch milliseconds */
export async function healthOf(server: Watchable, now = Date.now()): Promise<Watched> {
  const { status, body } = await ask(server, '/health/ready', now);
  return { ...(body as Watched), status };
}

/** What Prometheus would be told. */
export const metricsOf = async (server: Watchable): Promise<string> => (await ask(server, '/metrics', Date.now())).text;

type Watchable = Pick<AServer, 'address' | 'dataFolder'>;

async function ask(server: Watchable, path: string, now: number): Promise<Response> {
  const token = await tokenOf(server, 'amira.administrator', { now });
  return request(server.address).get(path).set('authorization', `Bearer ${token}`);
}
