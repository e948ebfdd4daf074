import { BACKWARDS, END, FORWARDS, NO_STREAM, type Position as Place } from '@eventstore/db-client';
import { WrongRevision } from '../errors.js';
import { type Appended, type Position, type ReadOptions, type Revision } from '../event-log.js';
import { type EncodedEvent, type EventStore, type StoredEvent } from '../event-store.js';
import { Connection } from './connection.js';
import { drain } from './drain.js';
import { failureOf } from './failure.js';
import { follow } from './follow.js';
import { usualPatience, type Patience } from './patience.js';
import { appendUntilKnown, readUntilAnswered, type Line } from './persist.js';
import { commitOf, positionOf } from './position.js';
import { toEventData, toStoredEvent } from './stored-event.js';

export interface EventStoreOptions {
  /** As in `esdb://user:password@host:2113?tls=true`. The user must be let in to read $all. */
  readonly url: string;
  readonly patience?: Partial<Patience>;
}

/** What one call brought: our events, how many there were with those of others, and the revision of the last of them. */
interface Page {
  readonly events: readonly StoredEvent[];
  readonly count: number;
  readonly last: bigint | undefined;
}

/** Events read in one call; a call is always read to its end. */
const pageSize = 200;

/** A log in EventStoreDB or KurrentDB, with a database of its own. */
export class EventStoreDbStore implements EventStore {
  private readonly line: Line;
  private readonly closed = new AbortController();
  /** The furthest place that this process knows to be written. */
  private known = -1n;

  /** @throws BadAddress */
  constructor({ url, patience }: EventStoreOptions) {
    this.line = { connection: new Connection(url), patience: { ...usualPatience, ...patience } };
  }

  /**
   * The server does not say whether it has written or recognised. What lies behind the furthest place known before was written
   * before; so a repetition of what another process wrote, and this one has not met yet, counts as new.
   */
  async append(stream: string, expected: Revision | 'no-stream', events: readonly EncodedEvent[]): Promise<Appended> {
    const data = events.map(toEventData);
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const before = this.known;
    const { nextExpectedRevision, position } = await appendUntilKnown(this.line, (client, deadline) =>
      client.appendToStream(stream, data, { expectedRevision, deadline }),
    ).catch((error: unknown): never => {
      throw failureOf(error) === 'wrong-revision' ? new WrongRevision(stream, expected) : error;
    });
    const revision = Number(nextExpectedRevision);
    const commit = isPlace(position) ? position.commit : await this.placeOf(stream, revision);
    this.learn(commit);
    return { revision, position: positionOf(commit), repeated: commit <= before };
  }

  async *read(stream: string, { from, limit = Infinity, backwards = false }: ReadOptions = {}): AsyncGenerator<StoredEvent> {
    let next: bigint | typeof END | undefined = from === undefined ? (backwards ? END : 0n) : BigInt(from);
    let left = limit;
    while (left > 0 && next !== undefined) {
      const count = Math.min(left, pageSize);
      const page = await this.page(stream, next, { count, backwards });
      for (const event of page.events) {
        left -= 1;
        yield event;
      }
      next = page.count < count ? undefined : behind(page.last, backwards);
    }
  }

  follow(after: Position | 'start', { signal }: { readonly signal: AbortSignal }): AsyncIterable<StoredEvent | 'caught-up'> {
    const ended = AbortSignal.any([signal, this.closed.signal]);
    return follow({ ...this.line, head: () => this.head(), met: (commit) => this.learn(commit) }, after, ended);
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    const commit = commitOf(position);
    if (commit === undefined) return undefined;
    try {
      const [event] = await this.readAll({ from: { commit, prepare: commit }, count: 1, direction: FORWARDS });
      return event?.event?.position?.commit === commit ? toStoredEvent(event) : undefined;
    } catch (error) {
      // No record of this log begins there: the log was replaced, or restored.
      if (failureOf(error) === 'no-place') return undefined;
      throw error;
    }
  }

  /** Backwards over what the server itself has written since. */
  async head(): Promise<Position | 'empty'> {
    let from: Place | typeof END = END;
    for (;;) {
      const events = await this.readAll({ from, count: pageSize, direction: BACKWARDS });
      const last = events.map(toStoredEvent).find((event) => event !== undefined);
      if (last) return last.position;
      const place = events.at(-1)?.event?.position;
      if (!place) return 'empty';
      from = place;
    }
  }

  async close(): Promise<void> {
    this.closed.abort();
    await this.line.connection.close();
  }

  private async page(
    stream: string,
    fromRevision: bigint | typeof END,
    { count, backwards }: { count: number; backwards: boolean },
  ): Promise<Page> {
    const options = { fromRevision, maxCount: count, direction: backwards ? BACKWARDS : FORWARDS } as const;
    try {
      const events = await readUntilAnswered(this.line, (client, milliseconds) => drain(client.readStream(stream, options), milliseconds));
      const stored = events.flatMap((event) => toStoredEvent(event) ?? []);
      for (const { position } of stored) this.learn(commitOf(position) ?? -1n);
      return { events: stored, count: events.length, last: events.at(-1)?.event?.revision };
    } catch (error) {
      if (['no-stream', 'deleted'].includes(failureOf(error))) return { events: [], count: 0, last: undefined };
      throw error;
    }
  }

  private readAll({ from, count, direction }: { from: Place | typeof END; count: number; direction: typeof FORWARDS | typeof BACKWARDS }) {
    const options = { fromPosition: from, maxCount: count, direction };
    return readUntilAnswered(this.line, (client, milliseconds) => drain(client.readAll(options), milliseconds));
  }

  private async placeOf(stream: string, revision: Revision): Promise<bigint> {
    const { events } = await this.page(stream, BigInt(revision), { count: 1, backwards: false });
    const [event] = events;
    return (event && commitOf(event.position)) ?? -1n;
  }

  private learn(commit: bigint): void {
    if (commit > this.known) this.known = commit;
  }
}

/** Servers leave the position out, or give the largest number there is, where they do not know it. */
const isPlace = (position: Place | undefined): position is Place => position !== undefined && position.commit < 2n ** 63n;

function behind(last: bigint | undefined, backwards: boolean): bigint | undefined {
  if (last === undefined || (backwards && last === 0n)) return undefined;
  return last + (backwards ? -1n : 1n);
}
