import { START, streamNameFilter, type AllStreamSubscription, type EventStoreDBClient } from '@eventstore/db-client';
import { type StoredEvent } from '../event-store.js';
import { toStoredEvent } from './stored-event.js';

/** What a subscription brings next. `silence`: nothing in the given time. `ended`: it will bring nothing more, see `error`. */
export type FeedItem = StoredEvent | 'caught-up' | 'silence' | 'ended';

/**
 * One subscription to all events of ours, pulled item by item. It ends in many ways (an error, an end without an error, a
 * close, a socket that broke) and never mends itself; whoever pulls makes a new one.
 */
export class Feed {
  error: Error | undefined;
  private readonly subscription: AllStreamSubscription;
  private readonly queue: (StoredEvent | 'caught-up')[] = [];
  private over = false;
  private live = false;
  private unannounced = false;
  private wake: (() => void) | undefined;

  constructor(client: EventStoreDBClient, after: bigint | undefined) {
    this.subscription = client.subscribeToAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      filter: streamNameFilter({ regex: '^[^$]' }),
    });
    this.subscription
      .on('readable', () => this.wake?.())
      .on('caughtUp', () => this.caughtUp())
      .on('error', (error: Error) => this.end(error))
      .on('end', () => this.end())
      .on('close', () => this.end());
  }

  /** The server tells us only once; afterwards the end is reached whenever nothing is left to hand on. */
  async next(silence: number): Promise<FeedItem> {
    for (;;) {
      const item = this.queue.shift() ?? this.take();
      if (item) {
        this.unannounced = item !== 'caught-up';
        return item;
      }
      if (this.over) return 'ended';
      if (this.live && this.unannounced) {
        this.unannounced = false;
        return 'caught-up';
      }
      if (!(await this.woken(silence))) return 'silence';
    }
  }

  /** `destroy` would leave the call open on the server. */
  async close(): Promise<void> {
    this.end();
    await this.subscription.unsubscribe().catch(() => undefined);
  }

  private take(): StoredEvent | undefined {
    for (;;) {
      const resolved = this.subscription.read() as Parameters<typeof toStoredEvent>[0] | null;
      if (resolved === null) return undefined;
      const event = toStoredEvent(resolved);
      if (event) return event;
    }
  }

  /** Events that came before it may still wait in the stream's buffer. */
  private caughtUp(): void {
    for (let event = this.take(); event; event = this.take()) this.queue.push(event);
    this.queue.push('caught-up');
    this.live = true;
    this.wake?.();
  }

  private end(error?: Error): void {
    this.error ??= error;
    this.over = true;
    this.wake?.();
  }

  private async woken(silence: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const woken = await new Promise<boolean>((resolve) => {
      this.wake = () => resolve(true);
      timer = setTimeout(() => resolve(false), silence);
    });
    clearTimeout(timer);
    this.wake = undefined;
    return woken;
  }
}
