import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { apiAudience, evaluationClientId, evaluationIssuerUrl } from './addresses.js';
import { claimsOf, findEvaluationPerson } from './evaluation-people.js';
import { signingAlgorithm, signingKey } from './signing-key.js';

/** Thrown for a name that is not among the people of the evaluation. */
export class NoSuchPerson extends Error {
  override readonly name = 'NoSuchPerson';
}

export interface TokenRequest {
  /** As in `hanna.handlaggare-tn`. */
  readonly person: string;
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
 * @throws NoSuchPerson
 */
export async function issueToken({ person, dataFolder, publicUrl, now }: TokenRequest): Promise<string> {
  const found = findEvaluationPerson(person);
  if (!found) throw new NoSuchPerson(person);
  const key = await signingKey(dataFolder);
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ ...claimsOf(found), client_id: evaluationClientId })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: key.kid })
    .setIssuer(evaluationIssuerUrl(publicUrl))
    .setSubject(found.slug)
    .setAudience(apiAudience(publicUrl))
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLife)
    .sign(await importJWK(key, signingAlgorithm));
}
