import { type KeyMaker, type SpareKey } from './key-maker.js';

/** How long an assignment may wait for others to be written with it, in milliseconds. */
const delay = 100;

/**
 * Which key belongs to which scope, on its way to the disk. Written behind and in batches: one that is lost in a crash only
 * means that the scope gets a second key, and that the first is found by the sealed texts that name it (see `forget`).
 */
export class Assignments {
  private readonly unwritten = new Map<string, SpareKey>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly maker: KeyMaker) {}

  get(scope: string): SpareKey | undefined {
    return this.unwritten.get(scope);
  }

  add(scope: string, key: SpareKey): void {
    this.unwritten.set(scope, key);
    this.writeSoon();
  }

  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = [...this.unwritten];
    if (batch.length === 0) return;
    await this.maker.assign(batch.map(([scope, { id }]) => [scope, id]));
    for (const [scope, key] of batch) if (this.unwritten.get(scope) === key) this.unwritten.delete(scope);
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => {
      // What could not be written stays here, in use, and is tried again.
      this.write().catch(() => this.writeSoon());
    }, delay).unref();
  }
}
