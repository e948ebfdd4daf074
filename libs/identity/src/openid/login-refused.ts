import { IssuerUnavailable } from './issuer.js';

export type LoginRefusal =
  /** No pending login of ours in this browser: begun elsewhere, finished already, or the cookie was set by somebody else. */
  | 'not-begun-here'
  /** The person took too long at the issuer. */
  | 'too-late'
  /** The person or the issuer said no. */
  | 'denied'
  /** What came back is not the issuer's answer to this login: state, nonce, signature, issuer, audience, time or code. */
  | 'answer-not-valid'
  /** The person proved the identity in a weaker way than the organisation demands. */
  | 'too-weak'
  /** The person proved the identity longer ago than a login here may last. */
  | 'proved-too-long-ago';

/** A login that did not come about. The page is the same for all but the words; the cause is for the security log and may name claims. */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused';

  constructor(
    readonly refusal: LoginRefusal,
    options?: ErrorOptions,
  ) {
    super(`Login refused: ${refusal}`, options);
  }
}

/** What went wrong in the exchange of the code, as one of ours. */
export async function loginRefusal(error: unknown): Promise<Error> {
  if (error instanceof LoginRefused) return error;
  const { AuthorizationResponseError } = await import('openid-client');
  if (error instanceof AuthorizationResponseError) return new LoginRefused('denied', { cause: error });
  if (isNetworkTrouble(error)) return new IssuerUnavailable('The OpenID provider did not answer', { cause: error });
  return new LoginRefused('answer-not-valid', { cause: error });
}

function isNetworkTrouble(error: unknown): boolean {
  const { name, message, code, cause, status } = error as Record<string, unknown>;
  // A server's error comes with its status or with the answer itself as cause.
  if (Number(status ?? (cause as Response | undefined)?.status ?? 0) >= 500) return true;
  // `fetch` says "fetch failed" as a TypeError with a cause, and a time-out as a DOMException.
  return message === 'fetch failed' || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
}
