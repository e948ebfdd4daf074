import { TimedOut } from './patience.js';

/**
 * What a failed call means. `not-written`: try again, nothing happened. `unknown`: try again, and it may have happened.
 * `lasting`: trying again does not help.
 */
export type Failure = 'wrong-revision' | 'no-stream' | 'too-large' | 'not-written' | 'unknown' | 'lasting';

const byType: Readonly<Record<string, Failure>> = {
  'wrong-expected-version': 'wrong-revision',
  'stream-not-found': 'no-stream',
  'maximum-append-size-exceeded': 'too-large',
  'not-leader': 'not-written',
  timeout: 'unknown',
  'deadline-exceeded': 'unknown',
  unavailable: 'unknown',
  cancelled: 'unknown',
};

/** gRPC's CANCELLED, DEADLINE_EXCEEDED, ABORTED, UNAVAILABLE: raw errors leak out of the client's question for server features. */
const transient = new Set<unknown>([1, 4, 10, 14]);

/** What the client does not recognise and passes on in words, and what it says when it reaches no server. */
const neverArrived = /Could not recognize Server Is|No leader info|Failed to discover|No connection established|ECONNREFUSED/;

/** By type or by code: the client gives one, the other, or neither. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TimedOut) return 'unknown';
  const { type, code, message } = (error ?? {}) as { type?: unknown; code?: unknown; message?: unknown };
  if (typeof message === 'string' && neverArrived.test(message)) return 'not-written';
  const known = typeof type === 'string' ? byType[type] : undefined;
  return known ?? (transient.has(code) ? 'unknown' : 'lasting');
}
