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
  private over = false;
  private live = false;
  private announced = false;
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

  /**
   * The server tells us only once, while events of before may still wait in the stream's buffer; and reading may bring both the
   * news and more of them. So the end is reached, then and afterwards, whenever the server has told us and the buffer is empty.
   */
  async next(silence: number): Promise<FeedItem> {
    for (;;) {
      const event = this.take();
      if (event) {
        this.announced = false;
        return event;
      }
      if (this.subscription.readableLength > 0) continue;
      if (this.over) return 'ended';
      if (this.live && !this.announced) {
        this.announced = true;
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

  private caughtUp(): void {
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
