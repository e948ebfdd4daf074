import { type Appended, type Position, type ReadOptions, type Revision } from './event-log.js';

/** An event as it is written: data and metadata are JSON, personal fields are sealed. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface StoredEvent extends EncodedEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
}

/** What a store of encoded events does; the same promises as `EventLog`, below schemas, seals and derived ids. */
export interface EventStore {
  append(stream: string, expected: Revision | 'no-stream', events: readonly EncodedEvent[]): Promise<Appended>;
  read(stream: string, options?: ReadOptions): AsyncIterable<StoredEvent>;
  follow(after: Position | 'start', options: { readonly signal: AbortSignal }): AsyncIterable<StoredEvent | 'caught-up'>;
  at(position: Position): Promise<StoredEvent | undefined>;
  head(): Promise<Position | 'empty'>;
  close(): Promise<void>;
}

/** What a store offers to those who only look. */
export interface LogReader extends Pick<EventStore, 'read' | 'close'> {
  /** What is wrong with the file, where there is one. */
  readonly file?: readonly string[];
  /** All events that it holds now, in order. */
  everything(): AsyncIterable<StoredEvent>;
}
