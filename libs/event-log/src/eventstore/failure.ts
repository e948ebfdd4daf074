import { TimedOut } from './patience.js';

/**
 * What a failed call means. `not-written`: try again, nothing happened. `unknown`: try again, and it may have happened. `no-place`: no
 * record of this log begins there. `refused`: nobody is let in like that. `lasting`: this call will never succeed.
 */
export type Failure =
  'wrong-revision' | 'no-stream' | 'deleted' | 'too-large' | 'no-place' | 'refused' | 'not-written' | 'unknown' | 'lasting';

const byType: Readonly<Record<string, Failure>> = {
  'wrong-expected-version': 'wrong-revision',
  'stream-not-found': 'no-stream',
  'stream-deleted': 'deleted',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'refused',
  'not-leader': 'not-written',
  timeout: 'unknown',
  'deadline-exceeded': 'unknown',
  unavailable: 'unknown',
  cancelled: 'unknown',
};

/**
 * By the code of gRPC, for what has no type: raw errors leak out of the client's question for server features. All that a server can say
 * while it stops, starts, is upgraded or has too much to do passes.
 */
const byCode: Readonly<Record<number, Failure>> = {
  1: 'unknown', // CANCELLED
  2: 'unknown', // UNKNOWN: the server threw
  4: 'unknown', // DEADLINE_EXCEEDED
  7: 'refused', // PERMISSION_DENIED
  8: 'too-large', // RESOURCE_EXHAUSTED: a message is larger than either side takes
  10: 'unknown', // ABORTED
  12: 'not-written', // UNIMPLEMENTED: whoever answers there is no EventStoreDB, or not yet
  13: 'unknown', // INTERNAL: a server that was told to stop cuts its calls so
  14: 'unknown', // UNAVAILABLE
  15: 'unknown', // DATA_LOSS
  16: 'refused', // UNAUTHENTICATED
};

/** What the client does not recognise and passes on in words, and what it says when it reaches no server. */
const neverArrived = /Server Is (?:Not Ready|Too Busy|Read Only)|No leader info|Failed to discover|No connection established|ECONNREFUSED/;

/** All that a server says of a place in $all where no record begins. */
const noPlace = /Unexpected ReadAllResult|invalid position/i;

/** By words, by type or by code: the client gives one, the other, or none. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TimedOut) return 'unknown';
  const { type, code, message = '' } = (error ?? {}) as { type?: unknown; code?: unknown; message?: string };
  if (neverArrived.test(message)) return 'not-written';
  if (noPlace.test(message)) return 'no-place';
  const known = typeof type === 'string' ? byType[type] : undefined;
  return known ?? (typeof code === 'number' ? byCode[code] : undefined) ?? 'lasting';
}

/** Whether nobody answered in time; whoever is asked on the same connection may never answer. */
export const isSilence = (error: unknown): boolean =>
  error instanceof TimedOut ||
  (error as { readonly code?: unknown }).code === 4 ||
  (error as { readonly type?: unknown }).type === 'deadline-exceeded';
