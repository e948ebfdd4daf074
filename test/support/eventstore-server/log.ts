import { EventEmitter } from 'node:events';
import { neverAgain, StreamState, type Expected, type Kept } from './stream-state.js';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed, Kept {
  readonly stream: string;
  /** The offset in the server's log; grows, with gaps. */
  readonly position: bigint;
}

export type AppendResult =
  | { readonly is: 'success'; readonly revision: bigint; readonly position: bigint }
  | { readonly is: 'wrong-expected-version'; readonly current: bigint | undefined }
  | { readonly is: 'stream-deleted' | 'too-large' | 'bad-request' | 'without-type' };

/** The default of servers up to 25.0. */
export const largestAppend = 1_048_576;

/** Revision of the event that ends a stream for ever. */
const lastOfAll = 2n ** 63n - 1n;

const system = (type: string, data: object | ''): Proposed => ({
  id: '00000000-0000-4000-8000-000000000001',
  type,
  contentType: 'application/json',
  data: Buffer.from(data === '' ? '' : JSON.stringify(data)),
  metadata: Buffer.alloc(0),
});

/** What the server stores, in memory, with the rules of EventStoreDB 23.10.8 for expected versions, repetitions and deletions. */
export class ServerLog extends EventEmitter<{ appended: [] }> {
  readonly all: Stored[] = [];
  private readonly streams = new Map<string, StreamState<Stored>>();
  private readonly places = new Set<bigint>();
  private end = 0n;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.write('$$$scavenges', [system('$metadata', { $maxAge: 2_592_000 })]);
  }

  /** What a read of the stream brings now. */
  stream(name: string): readonly Stored[] {
    return this.state(name).readable(this.metadataOf(name), Date.now());
  }

  /** Whether it was begun and not deleted softly; it may be that nothing of it can be read any more. */
  exists(name: string): boolean {
    const state = this.state(name);
    return state.current !== undefined && !state.isSoftDeleted(this.metadataOf(name));
  }

  isDeleted(name: string): boolean {
    return this.state(name).tombstoned;
  }

  /** Whether a record begins there. */
  isBoundary(position: bigint): boolean {
    return position === 0n || this.places.has(position);
  }

  /** Whether nothing was ever written so far out. */
  isBeyond(position: bigint): boolean {
    return position > this.end;
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): AppendResult {
    if (name === '') return { is: 'bad-request' };
    if (events.some(({ type }) => type === '')) return { is: 'without-type' };
    if (events.reduce((size, event) => size + sizeOf(event), 0) > largestAppend) return { is: 'too-large' };
    const state = this.state(name);
    if (state.tombstoned) return { is: 'stream-deleted' };
    const current = state.current;
    const seen = this.exists(name) ? current : undefined;
    const again = state.repetition(expected, events);
    if (again) return { is: 'success', revision: again.revision, position: again.position };
    if (!agrees(expected, seen, current)) return { is: 'wrong-expected-version', current };
    if (seen === undefined && current !== undefined) this.setMetadata(name, { $tb: Number(current) + 1 });
    return { is: 'success', ...this.write(name, events) };
  }

  /** What the client's `setStreamMetadata` appends. */
  setMetadata(name: string, metadata: object): void {
    this.write(`$$${name}`, [system('$metadata', metadata)]);
  }

  /** Its events can not be read any more; the next one goes on counting. */
  softDelete(name: string): bigint {
    this.setMetadata(name, { $tb: neverAgain });
    return this.end;
  }

  /** Nothing can be read or written any more; `$all` holds one event more in that very stream. */
  tombstone(name: string): bigint {
    const state = this.state(name);
    this.store(name, { ...system('$streamDeleted', ''), revision: lastOfAll });
    state.tombstoned = true;
    this.emit('appended');
    return this.end;
  }

  /** As after a restore of an older backup: what was written since is gone, and its places are given to others. */
  restore(events: number): void {
    const kept = this.all.splice(0).slice(0, events);
    this.streams.clear();
    this.places.clear();
    this.end = 0n;
    for (const event of kept) this.put(event);
    // Others write records of another length, so that places of before lie inside of them.
    this.end += 7n;
  }

  private write(name: string, events: readonly Proposed[]): { revision: bigint; position: bigint } {
    let revision = this.state(name).current ?? -1n;
    for (const event of events) {
      revision += 1n;
      this.store(name, { ...event, revision });
    }
    this.emit('appended');
    return { revision, position: this.end };
  }

  private store(stream: string, event: Proposed & { readonly revision: bigint }): void {
    const position = this.end + BigInt(event.data.length + event.metadata.length + 100);
    this.put({ ...event, stream, position, created: Date.now() });
  }

  private put(event: Stored): void {
    this.end = event.position;
    this.places.add(event.position);
    this.all.push(event);
    const state = this.state(event.stream);
    if (event.revision < lastOfAll) state.events.push(event);
    else state.tombstoned = true;
  }

  private state(name: string): StreamState<Stored> {
    const known = this.streams.get(name);
    if (known) return known;
    const state = new StreamState<Stored>();
    if (name !== '') this.streams.set(name, state);
    return state;
  }

  private metadataOf(name: string): Uint8Array | undefined {
    return name.startsWith('$$') ? undefined : this.streams.get(`$$${name}`)?.events.at(-1)?.data;
  }
}

function sizeOf({ type, data, metadata }: Proposed): number {
  return 2 * type.length + data.length + metadata.length;
}

/** A soft-deleted stream is no stream, and one that stands at its last revision. */
function agrees(expected: Expected, seen: bigint | undefined, current: bigint | undefined): boolean {
  switch (expected.is) {
    case 'any':
      return true;
    case 'no-stream':
      return seen === undefined;
    case 'stream-exists':
      return seen !== undefined;
    case 'revision':
      return current === expected.revision;
  }
}
