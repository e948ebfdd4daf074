import { type Position } from '../event-log.js';
import { type StoredEvent } from '../event-store.js';
import { failureOf } from './failure.js';
import { Feed } from './feed.js';
import { BackOff } from './patience.js';
import { type Line } from './persist.js';
import { commitOf } from './position.js';

interface Source extends Line {
  readonly head: () => Promise<Position | 'empty'>;
  /** Told of each place that was met. */
  readonly met: (commit: bigint) => void;
}

/** How far a follower has come, and what it must have met before it can say that it caught up. */
interface Walk {
  place: bigint | undefined;
  goal: bigint | undefined;
  readonly backOff: BackOff;
}

/**
 * Follows for ever: whatever ends a subscription, the next one begins behind the last event that was handed on.
 * @throws Error of the client if subscribing again cannot help, as when access is denied
 */
export async function* follow(source: Source, after: Position | 'start', signal: AbortSignal): AsyncGenerator<StoredEvent | 'caught-up'> {
  const walk: Walk = { place: placeAfter(after), goal: undefined, backOff: new BackOff(source.patience) };
  while (!signal.aborted) {
    const feed = new Feed(source.connection.client, walk.place);
    const ended = AbortSignal.any([signal, source.connection.signal]);
    const stop = (): void => void feed.close();
    ended.addEventListener('abort', stop);
    try {
      yield* untilEnded(feed, source, walk);
    } finally {
      ended.removeEventListener('abort', stop);
      await feed.close();
    }
    if (feed.error && failureOf(feed.error) === 'lasting') throw feed.error;
    await walk.backOff.wait(signal);
  }
}

function placeAfter(after: Position | 'start'): bigint | undefined {
  if (after === 'start') return undefined;
  const place = commitOf(after);
  if (place === undefined) throw new Error(`${after} is not a position of this store`);
  return place;
}

async function* untilEnded(feed: Feed, source: Source, walk: Walk): AsyncGenerator<StoredEvent | 'caught-up'> {
  for (;;) {
    const item = await feed.next(source.patience.silence);
    if (item === 'ended') return;
    if (item === 'silence') {
      if (await isStalled(source, walk)) return;
      continue;
    }
    walk.backOff.reset();
    if (item === 'caught-up') {
      const met = await hasMetHead(source, walk);
      if (met === 'unknown') return;
      if (met) yield item;
      continue;
    }
    yield item;
    walk.place = commitOf(item.position) ?? walk.place;
    source.met(walk.place ?? -1n);
  }
}

/**
 * A node that follows others may be behind them, and say that it has nothing more. So the head is asked once.
 * `unknown`: the store is away, and a new subscription finds out when it is back.
 */
async function hasMetHead({ head }: Source, walk: Walk): Promise<boolean | 'unknown'> {
  try {
    walk.goal ??= placeOf(await head());
  } catch {
    return 'unknown';
  }
  return (walk.place ?? -1n) >= walk.goal;
}

const placeOf = (head: Position | 'empty'): bigint => (head === 'empty' ? undefined : commitOf(head)) ?? -1n;

/** A server that shuts down may drop its subscriptions without ending the call. The head tells whether silence is right. */
async function isStalled({ head }: Source, { place = -1n }: Walk): Promise<boolean> {
  try {
    return placeOf(await head()) > place;
  } catch {
    return true; // the store is away, and a new subscription finds out when it is back
  }
}
