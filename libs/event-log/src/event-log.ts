/** A fact, before it is recorded: personal fields in clear. Its type and shape are declared in `event-schemas/`. */
export interface NewEvent {
  readonly type: string;
  readonly data: object;
}

/** The place of an event in its stream; the first is 0. */
export type Revision = number;

/** Where a log stands, as opaque text that names its store, as in `sqlite:17`. Only a store makes one; never compute with it. */
export type Position = `${'sqlite' | 'esdb'}:${string}`;

/** Under which circumstances events are appended. No personal data: the actor is a pseudonym. */
export interface Context {
  /** Who acts: `system`, `submitter`, `console`, or the pseudonymous id of a person of the staff. */
  readonly actor: string;
  /** The command that decided these events; a repetition of it yields the same event ids. */
  readonly commandId: string;
  /** A keyed hash of the request, so that the same command id with another body yields other event ids. */
  readonly fingerprint?: string;
  /** What it all belongs to: the case id, or the id of the person, notice or board. Names the keys that seal its personal fields. */
  readonly correlationId: string;
  /** The event that caused these, if one did. */
  readonly causationId?: string;
  /** ISO 8601, UTC. The caller sees to it that it never goes back within a stream. */
  readonly recordedAt: string;
}

export interface Metadata extends Context {
  /** The version of the schema that the event was written with. */
  readonly schemaVersion: number;
}

/** A fact as the log holds it, upcast to its current version; personal fields are handed on sealed. */
export interface Recorded<E extends NewEvent = NewEvent> {
  readonly id: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly type: E['type'];
  /** @throws UnreadableEvent if the event is unreadable */
  readonly data: E['data'];
  /** @throws UnreadableEvent if the metadata themselves are unreadable */
  readonly metadata: Metadata;
  /**
   * Why this program cannot read the event (unknown type or version, damaged bytes); absent for all others. It is delivered
   * all the same, so that a processor can park it; `type` is what is stored.
   */
  readonly unreadable?: string;
}

export interface Appended {
  /** The revision of the last event appended. */
  readonly revision: Revision;
  readonly position: Position;
  /** True if these very events stood there already: a retry after an unknown outcome. */
  readonly repeated: boolean;
}

export interface ReadOptions {
  /** The first revision to read, inclusive. Default: the first, or with `backwards` the last. */
  readonly from?: Revision;
  /** At most so many events. */
  readonly limit?: number;
  readonly backwards?: boolean;
}

/**
 * The log: the only truth. Two stores keep it, SQLite and EventStoreDB, and one contract suite holds for both.
 * It needs only atomic appends to one stream.
 */
export interface EventLog {
  /**
   * Made with the log, kept in the stream `log-identity`; survives a move to another store.
   * @throws LogUnavailable if the store was away at the start and has answered no call since
   */
  readonly id: string;

  /**
   * All or nothing, durable when it resolves. Event ids are derived from stream, command id, fingerprint and index.
   * @throws WrongRevision if the stream stands elsewhere and these very events are not what stands at the expected place
   * @throws InvalidEvent if an event does not satisfy its schema; nothing was written
   * @throws LogUnavailable if nothing was written because the store is away, full or locked; try again later
   * @throws OutcomeUnknown if nobody can say whether it was written; the same call again finds out
   */
  append(stream: string, expected: Revision | 'no-stream', events: readonly NewEvent[], context: Context): Promise<Appended>;

  /** The events of one stream in order; none if there is no such stream. */
  read(stream: string, options?: ReadOptions): AsyncIterable<Recorded>;

  /**
   * Every event after a position, in commit order, for ever; `caught-up` each time the end is reached.
   * Ends when the signal aborts. Never holds a cursor while the consumer works.
   */
  follow(after: Position | 'start', options: { readonly signal: AbortSignal }): AsyncIterable<Recorded | 'caught-up'>;

  /** The event at a position, or undefined if the log holds none there. */
  at(position: Position): Promise<Recorded | undefined>;

  /** Where the log ends. */
  head(): Promise<Position | 'empty'>;

  close(): Promise<void>;
}
