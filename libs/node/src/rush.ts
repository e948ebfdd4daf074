import { setTimeout as sleep } from 'node:timers/promises';

/** More people than this waiting for an answer at once are a rush. */
const few = 8;
/** A rush is over after so long without one, because many who wait are answered together, with one commit (in milliseconds). */
const calm = 250;
/** How long what nobody waits for gives way at a time, and how often it looks, in milliseconds. */
const atMost = 1_000;
const look = 50;

/** How many people wait for an answer, so that work that nobody waits for can let them go first. */
export class Rush {
  private waiting = 0;
  private seen = Number.NEGATIVE_INFINITY;

  came(): void {
    this.waiting += 1;
    if (this.waiting > few) this.seen = performance.now();
  }

  went(): void {
    this.waiting -= 1;
  }

  /** Resolves when the rush is over, or after a while: in a rush that does not end the work goes on, more slowly. */
  readonly giveWay = async (): Promise<void> => {
    const until = performance.now() + atMost;
    while (this.goesOn() && performance.now() < until) await sleep(look);
  };

  private goesOn(): boolean {
    return this.waiting > few || performance.now() < this.seen + calm;
  }
}
