import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../chance.js';

/**
 * What may go wrong with an append. `lost-answer`: written, and never answered. `unavailable-after`: written, and the call
 * broke. `unavailable`, `not-ready`, `not-leader`: not written. `internal-after`: written, and the call was cut as a server
 * that stops cuts it.
 */
export type AppendFault = 'lost-answer' | 'unavailable-after' | 'internal-after' | 'unavailable' | 'not-ready' | 'not-leader';

/** Whether an append with that fault is written all the same. */
export const writes = (fault: AppendFault | undefined): boolean =>
  fault === undefined || fault === 'lost-answer' || fault === 'unavailable-after' || fault === 'internal-after';

/** `silent`: never answered. `internal`: cut as a server that stops cuts it. */
export type ReadFault = 'unavailable' | 'internal' | 'silent';

/** How a subscription may end. `stalled`: not at all, but nothing more comes. */
export type Ending = 'unavailable' | 'internal' | 'cancelled' | 'ended' | 'stalled';

/** Faults on demand; each is used up by the next call that it fits. */
export class Faults {
  private readonly appends: AppendFault[] = [];
  private readonly reads: ReadFault[] = [];
  private readonly subscriptions = new Set<(ending: Ending) => void>();
  private readonly calls = new Set<() => void>();

  /** What a real server leaves open, as when it says that a subscriber has caught up, is drawn from this. */
  readonly chance: Chance;

  /** Of the server, for what names it. */
  port = 0;

  /** Before each append is taken, in milliseconds. */
  delay = 0;

  /** How far the server's clock is ahead of ours, in milliseconds. */
  clockAhead = 0;

  /** Milliseconds after which a refused append is answered once more, as a real server does. */
  secondAnswer = 2_000;

  /** As a leader that was deposed: appends are neither written nor answered. */
  deaf = false;

  constructor(seed = 1) {
    this.chance = new Chance(seed);
  }

  async pause(): Promise<void> {
    if (this.delay > 0) await sleep(this.delay);
  }

  nextAppends(...faults: readonly AppendFault[]): void {
    this.appends.push(...faults);
  }

  nextReads(...faults: readonly ReadFault[]): void {
    this.reads.push(...faults);
  }

  /** Ends all subscriptions that are open now. */
  endSubscriptions(ending: Ending): void {
    for (const end of [...this.subscriptions]) end(ending);
  }

  /** Cuts every open call, as a server that was told to stop does after five seconds. */
  cutCalls(): void {
    for (const cut of [...this.calls]) cut();
    this.endSubscriptions('internal');
  }

  get openSubscriptions(): number {
    return this.subscriptions.size;
  }

  takeAppend(): AppendFault | undefined {
    return this.appends.shift();
  }

  takeRead(): ReadFault | undefined {
    return this.reads.shift();
  }

  /** @returns how to say that the subscription is over */
  subscribed(end: (ending: Ending) => void): () => void {
    this.subscriptions.add(end);
    return () => this.subscriptions.delete(end);
  }

  /** @returns how to say that the call is over */
  called(cut: () => void): () => void {
    this.calls.add(cut);
    return () => this.calls.delete(cut);
  }
}
