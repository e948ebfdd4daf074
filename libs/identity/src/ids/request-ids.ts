import { canonicalJson } from '#event-log';
import { uuidOf } from '#event-log';
import { type Mac } from './mac.js';

/** What makes one request the same request as another. */
export interface RequestKey {
  /** The person id, the case id of a submitter, or `anonymous`: one caller's keys never meet another's. */
  readonly caller: string;
  /** Method and path pattern, as in `POST /api/v1/submissions`. */
  readonly route: string;
  /** The `Idempotency-Key` header or the nonce of a form. Never stored. */
  readonly idempotencyKey: string;
}

/** The id of the command that a request asks for; a retry of the request yields the same. */
export function commandIdOf({ caller, route, idempotencyKey }: RequestKey, mac: Mac): string {
  return uuidOf(mac('command-id', JSON.stringify([caller, route, idempotencyKey])));
}

/** A keyed hash of what was asked for (64 hex digits), so that one key with two bodies does not pass as a retry. */
export function fingerprintOf(body: unknown, mac: Mac): string {
  return mac('fingerprint', canonicalJson(body)).toString('hex');
}
