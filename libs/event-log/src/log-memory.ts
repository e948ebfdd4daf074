import { type Position, type Revision } from './event-log.js';

/** The last event that somebody was told to be in a log. */
export interface LogHead {
  readonly logId: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly eventId: string;
  readonly position: Position;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/**
 * What a log that is opened turns out to be, beside what is remembered of it. `missing`: there is none. `another`: it has another id.
 * `older`: it does not hold what somebody was told to be in it. `sealed`: it holds what these keys do not open.
 */
export type Difference = 'missing' | 'another' | 'older' | 'sealed';

/** Remembers how far a log has come, apart from the log, so that one that was lost, cut, restored or exchanged is noticed. */
export interface LogMemory {
  /** Undefined where no log has been opened with this memory. */
  recall(): LogHead | undefined;
  /** Told only of what is durable in the log, so that the memory is never ahead of it. Nobody waits for it. */
  remember(head: LogHead): void;
  /** Returns if a person has accepted the difference; then the log is taken as it is. */
  differs(difference: Difference, found: { readonly logId: string | undefined }): void;
}
