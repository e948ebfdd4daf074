import { setTimeout as sleep } from 'node:timers/promises';

/** How long the adapter waits, in milliseconds. */
export interface Patience {
  /** For a call the first time; doubled each time. */
  readonly first: number;
  /** For one call at most. Some calls of the client have no deadline of their own, and one that exceeds the server's streams waits for ever. */
  readonly call: number;
  /** For a read or an append with all its repetitions. */
  readonly total: number;
  /** For a subscription that says nothing, until the head of the log is asked whether there is nothing to say. */
  readonly silence: number;
  /** Before the first repetition; doubled each time, up to twenty times as long. */
  readonly pause: number;
}

export const usualPatience: Patience = { first: 1_500, call: 5_000, total: 10_000, silence: 5_000, pause: 100 };

export class TimedOut extends Error {}

/**
 * The answer, if it comes in time, and before the signal aborts. What is abandoned may still happen. Every call to the store goes through here,
 * so it leaves nothing behind on the signal: what `AbortSignal.any` makes of one that lives long stays as long (Node 20).
 */
export async function within<T>(milliseconds: number, answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  let giveUp = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = () => reject(new TimedOut('nobody waits for an answer any more'));
    timer = setTimeout(() => reject(new TimedOut(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted) giveUp();
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Growing pauses between repetitions; a success begins them anew. */
export class BackOff {
  private next: number;

  constructor(private readonly patience: Patience) {
    this.next = patience.pause;
  }

  reset(): void {
    this.next = this.patience.pause;
  }

  /** Random within a factor of two, so that many that failed together do not come back together. */
  take(): number {
    const pause = this.next * (0.5 + Math.random() / 2);
    this.next = Math.min(this.next * 2, this.patience.pause * 20);
    return pause;
  }

  /** Shorter if the signal aborts. */
  async wait(signal?: AbortSignal): Promise<void> {
    await sleep(this.take(), undefined, { ...(signal && { signal }) }).catch(() => undefined);
  }
}
