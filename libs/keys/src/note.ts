import type { Database } from '#sqlite';
import { type KeyMaker } from './key-maker.js';

/** At most so often it is written, in milliseconds; the first after a rest at once, and one that failed after a longer rest. */
const [pause, afterFailure] = [25, 1_000];

/**
 * What is to be remembered beside the keys about the log that they belong to. Written behind and without a sync of its own: nobody waits
 * for it, and after a power cut an older one stands there.
 */
export class Note {
  private unwritten: object | undefined;
  private writing: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly db: Database,
    private readonly maker: KeyMaker,
  ) {}

  read(): unknown {
    const said = this.db.prepare('SELECT said FROM note').pluck().get();
    return typeof said === 'string' ? (JSON.parse(said) as unknown) : undefined;
  }

  write(note: object): void {
    this.unwritten = note;
    this.writing ??= this.writeOn();
  }

  /** Resolves when the last one stands in the file. */
  async close(): Promise<void> {
    this.closed = true;
    await this.writing;
    if (this.unwritten) await this.maker.note(JSON.stringify(this.unwritten));
  }

  private async writeOn(): Promise<void> {
    while (this.unwritten && !this.closed) {
      const next = this.unwritten;
      this.unwritten = undefined;
      const written = await this.maker.note(JSON.stringify(next)).then(
        () => true,
        () => false, // a full disk passes, and the key maker tells of anything worse
      );
      if (!written) this.unwritten ??= next;
      await new Promise((resolve) => setTimeout(resolve, written ? pause : afterFailure).unref());
    }
    this.writing = undefined;
  }
}
