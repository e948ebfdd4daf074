/**
 * What may go wrong with an append. `lost-answer`: written, and never answered. `unavailable-after`: written, and the call
 * broke. `unavailable`, `not-ready`, `not-leader`: not written.
 */
export type AppendFault = 'lost-answer' | 'unavailable-after' | 'unavailable' | 'not-ready' | 'not-leader';

/** `silent`: never answered. */
export type ReadFault = 'unavailable' | 'silent';

/** How a subscription may end. `stalled`: not at all, but nothing more comes. */
export type Ending = 'unavailable' | 'cancelled' | 'ended' | 'stalled';

/** Faults on demand; each is used up by the next call that it fits. */
export class Faults {
  private readonly appends: AppendFault[] = [];
  private readonly reads: ReadFault[] = [];
  private readonly subscriptions = new Set<(ending: Ending) => void>();

  /** Of the server, for what names it. */
  port = 0;

  /** Before each append is taken, in milliseconds. */
  delay = 0;

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

  get openSubscriptions(): number {
    return this.subscriptions.size;
  }

  takeAppend(): AppendFault | undefined {
    return this.appends.shift();
  }

  takeRead(): ReadFault | undefined {
    return this.reads.shift();
  }

  subscribed(end: (ending: Ending) => void): () => void {
    this.subscriptions.add(end);
    return () => this.subscriptions.delete(end);
  }
}
