import { setImmediate as turn } from 'node:timers/promises';
import { isReached, type Position, type Recorded } from '#event-log';
import { pageSize, type Feed } from './feed.js';
import { News } from './news.js';
import { placeIn } from './place-in.js';
import type { Processor } from './processor.js';

const aMinute = 60_000;
const backOff = { first: 50, most: 5_000 };

/** Runs one processor along the feed for as long as the process lives, and knows how far it has come. */
export class Follower {
  private at: Position | 'start' = 'start';
  private readonly progress = new News();
  private readonly wanted = new News();
  /** How many wait for this processor to get somewhere. */
  private waiting = 0;
  /** Why the processor stands still, if it does. */
  trouble: unknown;
  /** Whether it has been at the end of the log at least once. */
  current = false;

  /** @param unhurried how long it lets events gather when nobody waits for it, in milliseconds, so that it takes many at once. Default: not at all */
  constructor(
    private readonly feed: Feed,
    readonly processor: Processor,
    private readonly signal: AbortSignal,
    private readonly unhurried = 0,
  ) {}

  /** Follows until the signal aborts. Whatever goes wrong is tried again, ever more slowly, and shown in `trouble`. */
  async run(): Promise<void> {
    let pause = backOff.first;
    while (!this.signal.aborted) {
      try {
        await this.follow();
        pause = backOff.first;
      } catch (error) {
        this.trouble = error;
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(2 * pause, backOff.most);
      }
    }
  }

  /** Resolves with true when this processor has reached a position, or with false after so many milliseconds. */
  async reached(position: Position, within: number): Promise<boolean> {
    const deadline = performance.now() + within;
    this.waiting += 1;
    this.wanted.announce();
    try {
      while (this.at === 'start' || !isReached(position, this.at)) {
        const left = deadline - performance.now();
        if (left <= 0) return false;
        await Promise.race([this.progress.next, new Promise((resolve) => setTimeout(resolve, Math.min(left, aMinute)).unref())]);
      }
      return true;
    } finally {
      this.waiting -= 1;
    }
  }

  private async follow(): Promise<void> {
    this.at = await placeIn(this.feed.log, this.processor);
    for await (const page of this.feed.after(this.at)) {
      if (page === 'caught-up') this.reachedTheEnd();
      else if (!this.processed(page))
        return; // another process moved the checkpoint: go on from there
      else await (page.length < pageSize ? this.rest() : turn());
      if (this.signal.aborted) return;
    }
  }

  private async rest(): Promise<void> {
    if (this.unhurried === 0 || this.waiting > 0 || this.signal.aborted) return;
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<void>((resolve) => (timer = setTimeout(resolve, this.unhurried)));
    await Promise.race([ended, this.wanted.next]);
    clearTimeout(timer);
  }

  private reachedTheEnd(): void {
    this.trouble = undefined;
    this.current = true;
    this.processor.caughtUp?.();
    this.progress.announce();
  }

  private processed(page: readonly Recorded[]): boolean {
    if (!this.processor.take(page, this.feed.log.id)) return false;
    this.at = page.at(-1)?.position ?? this.at;
    this.progress.announce();
    return true;
  }
}
