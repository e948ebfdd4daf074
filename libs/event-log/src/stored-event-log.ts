import { KeysUnavailable } from '#keys';
import { type Codec } from './codec.js';
import { decode } from './decode.js';
import { InvalidEvent, LogUnavailable } from './errors.js';
import { encode, validate } from './encode.js';
import {
  type Appended,
  type Context,
  type EventLog,
  type NewEvent,
  type Position,
  type ReadOptions,
  type Recorded,
  type Revision,
} from './event-log.js';
import { type EncodedEvent, type EventStore } from './event-store.js';
import { identify } from './log-identity.js';
import { type LogMemory } from './log-memory.js';
import { checkContext } from './metadata.js';
import { recognise } from './recognise.js';
import { parties } from './schemas/personal-fields.js';
import { checkSize } from './size.js';
import { checkStream } from './stream-name.js';

/** How a log is opened. */
export interface Opening extends Codec {
  /** What is remembered of the log that should stand here. Default: nothing, and any log is taken as it is. */
  readonly memory?: LogMemory;
  /** When a log is begun that was not there, as ISO 8601 in UTC. Default: the clock of this machine. */
  readonly now?: () => string;
}

/** Schemas, seals and derived ids over a store of encoded events. */
export class StoredEventLog implements EventLog {
  private known: string | undefined;
  private identifying: Promise<string> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly opening: Opening,
  ) {}

  get id(): string {
    if (this.known === undefined) throw new LogUnavailable('the store has not answered yet');
    return this.known;
  }

  /**
   * Asks the store which log it holds, and begins one in an empty store. Every other call sees to it by itself.
   * @throws whatever the memory throws where this is not the log that it remembers
   */
  async identify(): Promise<string> {
    if (this.known !== undefined) return this.known;
    const { memory, now = () => new Date().toISOString() } = this.opening;
    this.identifying ??= memory ? recognise(this.store, this.opening, { memory, now }) : identify(this.store, now);
    try {
      return (this.known = await this.identifying);
    } finally {
      this.identifying = undefined;
    }
  }

  async append(stream: string, expected: Revision | 'no-stream', events: readonly NewEvent[], context: Context): Promise<Appended> {
    checkStream(stream);
    checkContext(context);
    if (events.length === 0) throw new InvalidEvent('there is nothing to append');
    const { keys, schemas, memory } = this.opening;
    const logId = this.known ?? (await this.identify());
    const valid = validate(schemas, events);
    const age = expected === 'no-stream' && stream.endsWith(context.correlationId) ? 'new' : 'any';
    const seal = (): readonly EncodedEvent[] => encode(valid, { keys, logId, stream, context, age });
    const personal = valid.some(({ schema }) => schema.personal.length > 0);
    const encoded = personal ? await keys.reserve(parties.length, seal).catch(unavailableWithoutKeys) : seal();
    checkSize(encoded);
    const appended = await this.store.append(stream, expected, encoded);
    const { revision, position, repeated } = appended;
    const eventId = encoded.at(-1)?.id;
    if (memory && eventId !== undefined && !repeated)
      memory.remember({ logId, stream, revision, eventId, position, recordedAt: context.recordedAt });
    return appended;
  }

  async *read(stream: string, options?: ReadOptions): AsyncGenerator<Recorded> {
    const logId = await this.identify();
    for await (const stored of this.store.read(stream, options)) yield decode(this.opening.schemas, logId, stored);
  }

  async *follow(after: Position | 'start', options: { readonly signal: AbortSignal }): AsyncGenerator<Recorded | 'caught-up'> {
    const logId = await this.identify();
    for await (const stored of this.store.follow(after, options))
      yield stored === 'caught-up' ? stored : decode(this.opening.schemas, logId, stored);
  }

  async at(position: Position): Promise<Recorded | undefined> {
    const logId = await this.identify();
    const stored = await this.store.at(position);
    return stored && decode(this.opening.schemas, logId, stored);
  }

  async head(): Promise<Position | 'empty'> {
    await this.identify();
    return this.store.head();
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

function unavailableWithoutKeys(error: unknown): never {
  throw error instanceof KeysUnavailable ? new LogUnavailable('no new keys can be made', { cause: error }) : error;
}
