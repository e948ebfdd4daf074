import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';

/** The private key that signs the tokens of the evaluation issuer. */
export type SigningKey = JWK & { readonly kid: string };

export const signingAlgorithm = 'ES256';

/**
 * The key kept in `evaluation/signing-key.json` under the data folder, readable by its owner only; made at the first use.
 * The server and the console share it through that file, so a token can be made while no server runs, and logins survive
 * a restart. When two processes make it at once, both use the one that came first.
 */
export async function signingKey(dataFolder: string): Promise<SigningKey> {
  const folder = join(dataFolder, 'evaluation');
  const file = join(folder, 'signing-key.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readKey(file) ?? (await makeKey(file), readKey(file) ?? fail(file));
}

async function makeKey(file: string): Promise<void> {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify({ ...jwk, alg: signingAlgorithm, use: 'sig', kid: await calculateJwkThumbprint(jwk) }), {
    mode: 0o600,
  });
  try {
    linkSync(draft, file); // Whole or not at all, and never over a key that stands there.
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

function readKey(file: string): SigningKey | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SigningKey;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function fail(file: string): never {
  throw new Error(`${file} was removed while it was used`);
}

const isFileError = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;
