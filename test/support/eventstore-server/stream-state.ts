/** Where an append is to go on. */
export type Expected = { readonly is: 'any' | 'no-stream' | 'stream-exists' } | { readonly is: 'revision'; readonly revision: bigint };

/** What the rules of a stream need to know of an event. */
export interface Kept {
  readonly id: string;
  readonly revision: bigint;
  readonly created: number;
}

/** As in the stream's metadata: at most so many events, not older than so many seconds, none before this revision. */
interface Limits {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
}

/** Before this revision nothing can be read: how a stream is deleted softly. */
export const neverAgain = Number.MAX_SAFE_INTEGER;

/** One stream: its events, and which of them can still be read. */
export class StreamState<E extends Kept> {
  readonly events: E[] = [];
  tombstoned = false;

  get current(): bigint | undefined {
    return this.events.at(-1)?.revision;
  }

  readable(metadata: Uint8Array | undefined, now: number): readonly E[] {
    const { $maxCount = Infinity, $maxAge = Infinity, $tb = 0 } = limitsOf(metadata);
    const first = Math.max($tb, this.events.length - $maxCount);
    return this.events.filter(({ revision, created }) => Number(revision) >= first && now - created <= $maxAge * 1000);
  }

  isSoftDeleted(metadata: Uint8Array | undefined): boolean {
    return limitsOf(metadata).$tb === neverAgain;
  }

  /** The last of the same events, where they stand already at the expected place; with `any` wherever they stand in a row. */
  repetition(expected: Expected, events: readonly { readonly id: string }[]): E | undefined {
    const first = this.firstExpected(expected, events[0]?.id);
    const there = first === undefined ? [] : this.events.slice(first, first + events.length);
    const same = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
    return same ? there.at(-1) : undefined;
  }

  private firstExpected(expected: Expected, id: string | undefined): number | undefined {
    if (expected.is === 'no-stream') return 0;
    if (expected.is === 'revision') return Number(expected.revision) + 1;
    const found = this.events.findIndex((event) => event.id === id);
    return found < 0 ? undefined : found;
  }
}

function limitsOf(metadata: Uint8Array | undefined): Limits {
  return metadata ? (JSON.parse(Buffer.from(metadata).toString()) as Limits) : {};
}
