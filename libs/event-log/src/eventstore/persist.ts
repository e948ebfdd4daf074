import { type EventStoreDBClient } from '@eventstore/db-client';
import { InvalidEvent, LogRefused, LogUnavailable, OutcomeUnknown } from '../errors.js';
import { causeOf } from './cause.js';
import { type Connection } from './connection.js';
import { failureOf, isSilence, type Failure } from './failure.js';
import { BackOff, within, type Patience } from './patience.js';

/** A way to the store, and how long to wait on it. */
export interface Line {
  readonly connection: Connection;
  readonly patience: Patience;
}

/** One call, which should have its answer within so many milliseconds. */
type Attempt<T> = (client: EventStoreDBClient, milliseconds: number) => Promise<T>;

/**
 * Sends one append until its outcome is known. Repeating is safe because revision and event ids are the same each time: the server answers
 * with the first success. A wrong revision is then a real conflict.
 * @throws OutcomeUnknown, LogUnavailable, LogRefused, InvalidEvent, or the client's own error where none of them is meant
 */
export function appendUntilKnown<T>(line: Line, send: Attempt<T>): Promise<T> {
  let mayBeWritten = false;
  return untilAnswered(line, send, (failure, error, isOver) => {
    if (failure === 'too-large') throw new InvalidEvent('the events are too large for this server', { cause: error });
    if (failure === 'deleted') throw new InvalidEvent('the stream was deleted in the store', { cause: error });
    if (failure === 'refused') throw new LogRefused(causeOf(error), { cause: error });
    if (failure !== 'unknown' && failure !== 'not-written') throw error;
    mayBeWritten ||= failure === 'unknown';
    if (!isOver) return;
    if (mayBeWritten) throw new OutcomeUnknown(`the store did not say whether it has written: ${causeOf(error)}`, { cause: error });
    throw new LogUnavailable(`the store is away: ${causeOf(error)}`, { cause: error });
  });
}

/** Reads, again and again if need be. @throws LogUnavailable if the store stays away, LogRefused if it lets nobody in like that */
export function readUntilAnswered<T>(line: Line, read: Attempt<T>): Promise<T> {
  return untilAnswered(line, read, (failure, error, isOver) => {
    if (failure === 'refused') throw new LogRefused(causeOf(error), { cause: error });
    if (failure !== 'unknown' && failure !== 'not-written') throw error;
    if (isOver) throw new LogUnavailable(`the store is away: ${causeOf(error)}`, { cause: error });
  });
}

/**
 * Asks soon once more, on a new connection, where nobody answers: a leader that was deposed, or hangs, never does. Then it waits longer, for
 * a server that has much to do.
 * @param failed throws if it is of no use, or too late, to try again
 */
async function untilAnswered<T>(
  { connection, patience }: Line,
  attempt: Attempt<T>,
  failed: (failure: Failure, error: unknown, isOver: boolean) => void,
): Promise<T> {
  const backOff = new BackOff(patience);
  const giveUp = performance.now() + patience.total;
  for (let milliseconds = patience.first; ; milliseconds = Math.min(2 * milliseconds, patience.call)) {
    const { client } = connection;
    try {
      return await within(milliseconds, attempt(client, milliseconds), connection.closed);
    } catch (error) {
      if (isSilence(error) && !connection.closed.aborted) connection.renew(client);
      failed(failureOf(error), error, performance.now() >= giveUp || connection.closed.aborted);
    }
    await backOff.wait(connection.closed);
  }
}
