import { randomUUID } from 'node:crypto';
import { apiAudience, evaluationClientId, evaluationIssuerUrl } from './addresses.js';
import { claimsOf, type EvaluationPerson } from './evaluation-people.js';
import { signingAlgorithm, signingKey } from './signing-key.js';

export interface TokenRequest {
  readonly person: EvaluationPerson;
  readonly dataFolder: string;
  readonly publicUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** How long an access token holds, in seconds. */
export const accessTokenLife = 3600;

/**
 * An access token for the API such as the evaluation issuer gives, made without asking it: it works from another process
 * and while no server runs, because both sign with the key in the data folder.
 */
export async function issueToken({ person, dataFolder, publicUrl, now }: TokenRequest): Promise<string> {
  const { importJWK, SignJWT } = await import('jose');
  const key = await signingKey(dataFolder);
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ ...claimsOf(person), client_id: evaluationClientId })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: key.kid })
    .setIssuer(evaluationIssuerUrl(publicUrl))
    .setSubject(person.slug)
    .setAudience(apiAudience(publicUrl))
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLife)
    .sign(await importJWK(key, signingAlgorithm));
}
