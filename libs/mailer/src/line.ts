import { setTimeout as sleep } from 'node:timers/promises';
import { usualPatience } from '#notices';
import type { Bell } from './bell.js';
import { deliver } from './deliver.js';
import type { MailerOptions } from './mailer-options.js';
import type { DueNotice } from './due-notice.js';
import type { Outbox } from './outbox.js';
import { RelayUnavailable, SmtpSession } from './smtp-session.js';

const relayPause = { first: 250, most: 30_000 };
/** A connection that lay idle for so long is given back. */
const idleAtMost = 20_000;
const holdPause = 1_000;

interface Surroundings {
  readonly outbox: Outbox;
  readonly bell: Bell;
  readonly signal: AbortSignal;
}

/**
 * One connection to the relay, and one notice at a time from claim to record. So a process that is killed leaves at most as many
 * notices uncertain as it has lines.
 */
export class Line {
  private readonly session: SmtpSession;
  private pause = relayPause.first;
  private lastUsed = performance.now();
  /** Why the relay cannot be reached, if it cannot. */
  relayTrouble: string | undefined;
  /** The kind of error for which a notice had to be left lying, if one had to. */
  trouble: string | undefined;

  constructor(
    private readonly options: MailerOptions,
    private readonly around: Surroundings,
  ) {
    this.session = new SmtpSession(options.relay);
  }

  /** Works until the signal aborts. */
  async run(): Promise<void> {
    while (!this.around.signal.aborted) {
      const due = this.options.hold?.() ? undefined : this.around.outbox.next();
      if (due) await this.work(due);
      else await this.idle();
    }
    this.session.quit();
  }

  /** Breaks off what is under way. */
  breakOff(): void {
    this.session.close();
  }

  private async work(due: DueNotice): Promise<void> {
    const { outbox, signal } = this.around;
    try {
      await this.session.open(); // before the claim: what the relay does to everybody is no fact about this notice
      this.reached();
      outbox.release(due, await deliver(due, this.session, this.options, signal));
    } catch (error) {
      if (error instanceof RelayUnavailable) await this.waitForRelay(due, error);
      else this.leave(due, error);
    }
    this.lastUsed = performance.now();
  }

  private reached(): void {
    this.relayTrouble = undefined;
    this.pause = relayPause.first;
  }

  private async waitForRelay(due: DueNotice, { code }: RelayUnavailable): Promise<void> {
    this.relayTrouble = code;
    this.around.outbox.release(due, due.revision);
    await sleep(this.pause, undefined, { signal: this.around.signal }).catch(() => undefined);
    this.pause = Math.min(2 * this.pause, relayPause.most);
  }

  /** Keys that do not fit, a log that cannot be read: tried again later, and shown meanwhile. */
  private leave(due: DueNotice, error: unknown): void {
    if (this.around.signal.aborted) return;
    this.trouble = error instanceof Error ? error.constructor.name : 'unknown';
    const { first } = this.options.patience ?? usualPatience;
    setTimeout(() => {
      this.trouble = undefined;
      if (this.around.signal.aborted) return;
      this.around.outbox.release(due, due.revision);
      this.around.bell.ring();
    }, first).unref();
  }

  private async idle(): Promise<void> {
    const pause = this.options.hold?.() ? holdPause : this.around.outbox.pause();
    await this.around.bell.wait(Math.min(pause, idleAtMost));
    if (performance.now() - this.lastUsed > idleAtMost) this.session.quit();
  }
}
