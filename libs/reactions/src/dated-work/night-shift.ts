import { isReached, type EventLog, type Position } from '#event-log';
import type { Digests } from '../digests/digests.js';
import { ClockGuard, type Clocks, type ClockTrouble } from './clock-guard.js';
import type { DatedWork } from './dated-work.js';
import type { DueWork } from './due-work.js';
import { workDay } from './work-day.js';

export interface NightShiftParts extends Clocks {
  readonly log: EventLog;
  readonly work: DueWork;
  /** What else dates ask for. Default: nothing. */
  readonly others?: readonly DatedWork[];
  /** What tells the staff of it in the morning. Default: they are not told. */
  readonly digests?: Digests;
  /** How often a person has said, since the log began, that the clocks are right. */
  readonly confirmations: () => number;
}

/** Days begin by themselves, without an event. In milliseconds. */
const look = 60_000;

/** What failed is tried again; in milliseconds. */
const retryAfter = 1_000;

/**
 * Does dated work when its day has begun, at three in the morning, and at once what turns out to be due later. All of it is found in the
 * log, so who has slept a week does what is due then. Nothing is done while the clock is not to be trusted.
 */
export class NightShift {
  private readonly guard: ClockGuard;
  private confirmed: number | undefined;
  /** Up to where in the log all work of a day stands that this node knows of. */
  private done: { readonly day: string; readonly at: Position } | undefined;
  private working: Promise<void> = Promise.resolve();
  private isWorking = false;
  private asked = false;
  private begun = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  /** Why the last attempt failed, if it did. */
  trouble: unknown;

  constructor(private readonly parts: NightShiftParts) {
    this.guard = new ClockGuard(parts);
  }

  start(): void {
    this.begun = true;
    this.timer = setInterval(() => this.ask(), look).unref();
    this.ask();
  }

  /** There may be something to do. */
  ask(): void {
    clearTimeout(this.retry);
    this.asked = true;
    if (this.begun && !this.isWorking) this.working = this.workOn();
  }

  /** Begins nothing more, and resolves when what is in hand is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    await this.working;
  }

  /** Why no dated work is done; undefined if the clock is trusted. */
  clockTrouble(): ClockTrouble | undefined {
    this.hearConfirmations();
    return this.guard.check();
  }

  /** What the time may be while the clock is not trusted, as ISO 8601 in UTC; undefined if it is. */
  guess(): string | undefined {
    this.hearConfirmations();
    return this.guard.guess();
  }

  /** How many cases wait for dated work that has not been done. */
  overdue(): number {
    const today = this.today();
    return this.all.reduce((sum, work) => sum + work.overdue(today), 0);
  }

  /** Does what is due now and tells the staff, if the clock is trusted and the end of the log has been reached; resolves when it is done. */
  async work(): Promise<void> {
    await this.doWhatIsDue();
    await this.tell();
  }

  private async doWhatIsDue(): Promise<void> {
    const { log, work } = this.parts;
    const head = await log.head();
    if (head === 'empty' || work.at === undefined || !isReached(head, work.at)) return; // asked again at the end of the log
    if (work.newest === '') this.guard.recorded((await log.at(head))?.metadata.recordedAt ?? this.parts.now());
    const day = this.today();
    for (const one of this.all) await one.upTo(day, () => this.mayGoOn());
    const end = await log.head();
    if (end !== 'empty' && work.overdue(day) === 0) this.done = { day, at: end };
  }

  /** Nobody is told half: first the work of the day is done, and read. */
  private async tell(): Promise<void> {
    const { digests } = this.parts;
    const { done } = this;
    if (!digests || done?.day !== this.today() || !digests.hasRead(done.at) || !this.mayGoOn()) return;
    await digests.tell(() => this.mayGoOn());
  }

  private async workOn(): Promise<void> {
    this.isWorking = true;
    try {
      while (this.asked && !this.stopped) {
        this.asked = false;
        await this.work();
      }
      this.trouble = undefined;
    } catch (error) {
      this.trouble = error;
      if (!this.stopped) this.retry = setTimeout(() => this.ask(), retryAfter).unref();
    } finally {
      this.isWorking = false;
    }
  }

  private mayGoOn(): boolean {
    return !this.stopped && this.clockTrouble() === undefined;
  }

  private get all(): readonly DatedWork[] {
    return [this.parts.work, ...(this.parts.others ?? [])];
  }

  private today(): string {
    return workDay(this.parts.now());
  }

  /** Those of before this process began concern it no more. */
  private hearConfirmations(): void {
    const { confirmations, work } = this.parts;
    if (work.newest !== '') this.guard.recorded(work.newest);
    const times = confirmations();
    if (this.confirmed !== undefined && times > this.confirmed) this.guard.confirmed();
    this.confirmed = times;
  }
}
