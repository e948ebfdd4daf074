import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEvaluation } from '#identity';
import { freePort } from './free-port.js';

/** The OpenID provider of an authority, which is another program at another address. */
export interface AnIssuer {
  readonly url: string;
  readonly clientId: string;
  /** What its access tokens are made for. */
  readonly audience: string;
  close(): Promise<void>;
}

/** Starts one that knows the people of the evaluation and sends browsers back to one address. */
export async function anIssuer(redirectUri: string): Promise<AnIssuer> {
  const { readEvaluationPeople, startEvaluationIssuer } = await loadEvaluation(undefined);
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-issuer-'));
  const port = await freePort();
  const { issuer, clientId, audience, handle } = await startEvaluationIssuer({
    publicUrl: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    people: readEvaluationPeople(join(process.cwd(), 'organisations/region-gotland')),
    redirectUris: [redirectUri],
  });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: issuer,
    clientId,
    audience,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true });
    },
  };
}
