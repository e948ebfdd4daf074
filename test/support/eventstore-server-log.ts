import { EventEmitter } from 'node:events';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  /** The offset in the server's log; grows, with gaps. */
  readonly position: bigint;
  readonly created: number;
}

export type Expected = { readonly is: 'any' | 'no-stream' | 'stream-exists' } | { readonly is: 'revision'; readonly revision: bigint };

export type AppendResult =
  | { readonly is: 'success'; readonly revision: bigint; readonly position: bigint }
  | { readonly is: 'wrong-expected-version'; readonly current: bigint | undefined };

/** What the server stores, in memory, with the rules of EventStoreDB for expected versions and repetitions (IndexWriter.CheckCommit). */
export class ServerLog extends EventEmitter<{ appended: [] }> {
  readonly all: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private end = 0n;

  constructor() {
    super();
    this.setMaxListeners(0);
    // A real server's $all begins with events of its own.
    this.append('$settings', { is: 'any' }, [
      {
        id: '00000000-0000-4000-8000-000000000001',
        type: '$settings',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.alloc(0),
      },
    ]);
  }

  stream(name: string): readonly Stored[] {
    return this.streams.get(name) ?? [];
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): AppendResult {
    const stream = this.streams.get(name) ?? [];
    const current = stream.at(-1)?.revision;
    if (!agrees(expected, current)) return repetition(stream, expected, events) ?? { is: 'wrong-expected-version', current };
    let revision = current ?? -1n;
    for (const event of events) {
      revision += 1n;
      this.end += BigInt(event.data.length + event.metadata.length + 100);
      const stored = { ...event, stream: name, revision, position: this.end, created: Date.now() };
      stream.push(stored);
      this.all.push(stored);
    }
    this.streams.set(name, stream);
    this.emit('appended');
    return { is: 'success', revision, position: this.end };
  }
}

function agrees(expected: Expected, current: bigint | undefined): boolean {
  switch (expected.is) {
    case 'any':
      return true;
    case 'no-stream':
      return current === undefined;
    case 'stream-exists':
      return current !== undefined;
    case 'revision':
      return current === expected.revision;
  }
}

/** The same ids at the expected place count as success, with the revision of then. */
function repetition(stream: readonly Stored[], expected: Expected, events: readonly Proposed[]): AppendResult | undefined {
  if (expected.is !== 'no-stream' && expected.is !== 'revision') return undefined;
  const first = expected.is === 'revision' ? Number(expected.revision) + 1 : 0;
  const there = stream.slice(first, first + events.length);
  const last = there.at(-1);
  const same = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
  return same && last ? { is: 'success', revision: last.revision, position: last.position } : undefined;
}
