import { join } from 'node:path';
import { loadEvaluation } from '#identity';
import request, { type Response } from 'supertest';
import type { AServer } from './a-server.js';

type Headers = Readonly<Record<string, string>>;

/** The API of a server as one caller sees it. */
export interface AnApi {
  get(path: string): Promise<Response>;
  /** @param body an object, or text that is sent as it stands */
  post(path: string, body: object | string, headers?: Headers): Promise<Response>;
}

const root = '/api/v1';

/** With a token as one of the staff, without one as anybody. */
export function anApi({ address }: Pick<AServer, 'address'>, token?: string): AnApi {
  const authorization: Headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    get: async (path) => request(address).get(`${root}${path}`).set(authorization),
    post: async (path, body, headers = {}) =>
      request(address).post(`${root}${path}`).set({ 'content-type': 'application/json' }).set(authorization).set(headers).send(body),
  };
}

/** The API as one of the people of the evaluation sees it, named as in `hanna.handlaggare-tn`. */
export const apiOf = async (server: Pick<AServer, 'address' | 'dataFolder'>, slug: string): Promise<AnApi> =>
  anApi(server, await tokenOf(server, slug));

interface TokenFor {
  readonly now?: number | undefined;
  readonly publicUrl?: string | undefined;
}

/** A token for one of the people of the evaluation, as made at some time and for some system; by default now and for this one. */
export async function tokenOf(
  { address, dataFolder }: Pick<AServer, 'address' | 'dataFolder'>,
  slug: string,
  { now, publicUrl }: TokenFor = {},
): Promise<string> {
  const { findPerson, issueToken, readEvaluationPeople } = await loadEvaluation(undefined);
  const person = findPerson(readEvaluationPeople(join(process.cwd(), 'organisations/region-gotland')), slug);
  if (!person) throw new Error(`${slug} is nobody`);
  return issueToken({ person, dataFolder, publicUrl: publicUrl ?? address, now: now ?? Date.now() });
}
