import { isSameSecret } from '../ids/is-same-secret.js';
import { type Mac } from '../ids/mac.js';

/**
 * The hidden field of every form that changes something: a keyed hash of the session id or, without a session, of the
 * form's own nonce. A page of another site can neither read nor compute it.
 */
export function formToken(sessionIdOrNonce: string, mac: Mac): string {
  return mac('form-token', sessionIdOrNonce).toString('base64url');
}

/** In constant time, whatever was sent. */
export function isFormToken(sent: unknown, sessionIdOrNonce: string, mac: Mac): boolean {
  return typeof sent === 'string' && isSameSecret(sent, formToken(sessionIdOrNonce, mac));
}
