import { type Revision } from './event-log.js';

/** The stream stands elsewhere than the caller believed: somebody else appended. Nothing was written. */
export class WrongRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Revision | 'no-stream',
  ) {
    super(`${stream} is not at ${expected}`);
  }
}

/** An event does not satisfy its schema, or stream, context or size are not allowed. Nothing was written; the same call fails again. */
export class InvalidEvent extends Error {}

/** The store is away, full or locked, and nothing was written. The same call may succeed later. */
export class LogUnavailable extends Error {}

/** The store lets nobody in like that, or not to what is needed. Only a person can change it. */
export class LogRefused extends LogUnavailable {}

/** The address of a store can not be meant; the message says which part, and holds no secret. */
export class BadAddress extends Error {}

/** Nobody can say whether it was written. The same call again finds out, after a restart if the store was SQLite. */
export class OutcomeUnknown extends Error {}

/** A log cannot be copied, or the copy is not the same; the message says why. */
export class CannotCopy extends Error {}

/** What the log holds here cannot be read by this program: thrown by whoever touches the content of an unreadable event. */
export class UnreadableEvent extends Error {
  constructor(id: string, reason: string) {
    super(`event ${id}: ${reason}`);
  }
}
