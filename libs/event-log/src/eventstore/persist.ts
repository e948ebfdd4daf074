import { InvalidEvent, LogUnavailable, OutcomeUnknown } from '../errors.js';
import { failureOf } from './failure.js';
import { BackOff, within, type Patience } from './patience.js';

/**
 * Sends one append until its outcome is known. Repeating is safe because revision and event ids are the same each time: the
 * server answers with the first success. A wrong revision is then a real conflict.
 */
export async function appendUntilKnown<T>(send: () => Promise<T>, patience: Patience): Promise<T> {
  const backOff = new BackOff(patience);
  const giveUp = performance.now() + patience.total;
  let mayBeWritten = false;
  for (;;) {
    try {
      return await within(patience.call, send());
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'too-large') throw new InvalidEvent('the events are too large for this server', { cause: error });
      if (failure !== 'unknown' && failure !== 'not-written') throw error;
      mayBeWritten ||= failure === 'unknown';
      if (performance.now() >= giveUp) {
        if (mayBeWritten) throw new OutcomeUnknown('the store did not say whether it has written', { cause: error });
        throw new LogUnavailable('the store is away', { cause: error });
      }
    }
    await backOff.wait();
  }
}

/** Reads, again and again if need be. @throws LogUnavailable if the store stays away */
export async function readUntilAnswered<T>(read: () => Promise<T>, patience: Patience): Promise<T> {
  const backOff = new BackOff(patience);
  const giveUp = performance.now() + patience.total;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== 'unknown' && failure !== 'not-written') throw error;
      if (performance.now() >= giveUp) throw new LogUnavailable('the store is away', { cause: error });
    }
    await backOff.wait();
  }
}
