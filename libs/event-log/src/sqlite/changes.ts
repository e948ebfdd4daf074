import { type Database } from '#sqlite';

/** How soon a commit of another process is noticed, in milliseconds. */
const interval = 25;

/** Tells followers that something was committed: at once by this process, within the interval by another one. */
export class Changes {
  /** How often something changed. Take it before reading, and no change after the reading is missed. */
  count = 0;
  private readonly sleepers = new Set<() => void>();
  private readonly dataVersion;
  private seen: unknown;
  private timer: NodeJS.Timeout | undefined;
  private rung: NodeJS.Immediate | undefined;

  constructor(db: Database) {
    this.dataVersion = db.prepare('PRAGMA data_version').pluck();
    this.seen = this.dataVersion.get();
  }

  /** Commits of one turn of the event loop are told together, so that whoever follows takes them in one page. */
  ringSoon(): void {
    this.rung ??= setImmediate(() => {
      this.rung = undefined;
      this.ring();
    });
  }

  private ring(): void {
    this.count += 1;
    const woken = [...this.sleepers];
    for (const wake of woken) wake();
  }

  /** Resolves when something changed since the count was taken, or when the signal aborts. */
  async since(count: number, signal: AbortSignal): Promise<void> {
    if (this.count !== count || signal.aborted) return;
    this.timer ??= setInterval(() => this.look(), interval).unref();
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
    if (this.sleepers.size === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const found = this.dataVersion.get();
    if (found === this.seen) return;
    this.seen = found;
    this.ring();
  }
}
