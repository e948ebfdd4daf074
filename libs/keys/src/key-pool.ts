import { type Settled } from '#sqlite';
import { type KeyMaker, type SpareKey } from './key-maker.js';

/** Grows each time the pool ran dry, so that a quiet office makes few keys and a rush waits seldom. */
const firstBatch = 256;
const largestBatch = 8192;

/** New keys, durable before anybody takes them, so that sealing needs neither the disk nor a wait. */
export class KeyPool {
  private spare: SpareKey[] = [];
  private making: Promise<void> | undefined;
  private batch = firstBatch;

  constructor(private readonly maker: KeyMaker) {
    this.refillAhead();
  }

  /** Runs the work as soon as so many keys are at hand, at once, so that nobody takes them in between. */
  async reserve<T>(count: number, work: () => Settled<T>): Promise<T> {
    while (this.spare.length < count) {
      this.batch = Math.min(largestBatch, Math.max(this.batch * 2, count));
      await this.refill();
    }
    return work();
  }

  take(): SpareKey {
    const key = this.spare.pop();
    if (!key) throw new Error('the key pool is dry: seal within reserve()');
    if (this.spare.length < this.batch / 2) this.refillAhead();
    return key;
  }

  /** Gives back what was never used. */
  async drain(): Promise<readonly string[]> {
    await this.making?.catch(() => undefined);
    return this.spare.splice(0).map(({ id }) => id);
  }

  private refillAhead(): void {
    // Nobody waits for this one: a failure that lasts reaches whoever next finds the pool dry.
    this.refill().catch(() => undefined);
  }

  private refill(): Promise<void> {
    this.making ??= this.maker
      .make(this.batch)
      .then((keys) => void this.spare.push(...keys))
      .finally(() => (this.making = undefined));
    return this.making;
  }
}
