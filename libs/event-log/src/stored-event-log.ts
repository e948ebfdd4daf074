import { KeysUnavailable, type Keys } from '#keys';
import { decode } from './decode.js';
import { LogUnavailable, InvalidEvent } from './errors.js';
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
import { checkContext } from './metadata.js';
import { type EventSchemas } from './schemas/event-schemas.js';
import { parties } from './schemas/personal-fields.js';
import { checkSize } from './size.js';
import { checkStream } from './stream-name.js';

export interface Codec {
  readonly schemas: EventSchemas;
  readonly keys: Keys;
}

/** Schemas, seals and derived ids over a store of encoded events. */
export class StoredEventLog implements EventLog {
  constructor(
    readonly id: string,
    private readonly store: EventStore,
    private readonly codec: Codec,
  ) {}

  async append(stream: string, expected: Revision | 'no-stream', events: readonly NewEvent[], context: Context): Promise<Appended> {
    checkStream(stream);
    checkContext(context);
    if (events.length === 0) throw new InvalidEvent('there is nothing to append');
    const { keys, schemas } = this.codec;
    const valid = validate(schemas, events);
    const age = expected === 'no-stream' && stream.endsWith(context.correlationId) ? 'new' : 'any';
    const seal = (): readonly EncodedEvent[] => encode(valid, { keys, logId: this.id, stream, context, age });
    const personal = valid.some(({ schema }) => schema.personal.length > 0);
    const encoded = personal ? await keys.reserve(parties.length, seal).catch(unavailableWithoutKeys) : seal();
    checkSize(encoded);
    return this.store.append(stream, expected, encoded);
  }

  async *read(stream: string, options?: ReadOptions): AsyncGenerator<Recorded> {
    for await (const stored of this.store.read(stream, options)) yield this.decode(stored);
  }

  async *follow(after: Position | 'start', options: { readonly signal: AbortSignal }): AsyncGenerator<Recorded | 'caught-up'> {
    for await (const stored of this.store.follow(after, options)) yield stored === 'caught-up' ? stored : this.decode(stored);
  }

  async at(position: Position): Promise<Recorded | undefined> {
    const stored = await this.store.at(position);
    return stored && this.decode(stored);
  }

  head(): Promise<Position | 'empty'> {
    return this.store.head();
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private decode(stored: Parameters<typeof decode>[2]): Recorded {
    return decode(this.codec.schemas, this.id, stored);
  }
}

function unavailableWithoutKeys(error: unknown): never {
  throw error instanceof KeysUnavailable ? new LogUnavailable('no new keys can be made', { cause: error }) : error;
}
