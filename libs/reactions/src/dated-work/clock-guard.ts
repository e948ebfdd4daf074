/** Why the clock of this machine is not to be trusted with dates. */
export type ClockTrouble = 'jumped' | 'behind-the-log';

export interface Clocks {
  /** Now by the clock on the wall, as ISO 8601 in UTC. */
  readonly now: () => string;
  /** Milliseconds by the clock that only runs forward, from any beginning. */
  readonly monotonic: () => number;
}

/** A step of the clock up to this is an hour that was put right, a night of summer time kept by hand; more is another time. */
const tolerated = 2 * 60 * 60 * 1000;

/**
 * Watches the clock on the wall. If it jumps against the monotonic one, or stands far behind what the log has recorded, dates are not
 * to be trusted until a person has looked at it, or the process begins anew. Only looks when it is asked: ask before each use.
 */
export class ClockGuard {
  private seen: { readonly wall: number; readonly monotonic: number };
  /** As it was looked at last before anything was found. */
  private trusted: { readonly wall: number; readonly monotonic: number };
  private newest = Number.NEGATIVE_INFINITY;
  /** What a person has said to be in the past, whatever its date. */
  private accepted = Number.NEGATIVE_INFINITY;
  private found: ClockTrouble | undefined;

  constructor(private readonly clocks: Clocks) {
    this.seen = this.look();
    this.trusted = this.seen;
  }

  /** Why dates are not to be trusted; undefined if they are. Once found it stays. */
  check(): ClockTrouble | undefined {
    const before = this.seen;
    this.seen = this.look();
    const jump = this.seen.wall - before.wall - (this.seen.monotonic - before.monotonic);
    if (this.found === undefined) this.trusted = before;
    if (Math.abs(jump) > tolerated) this.found ??= 'jumped';
    if (this.newest > this.accepted && this.newest - this.seen.wall > tolerated) this.found ??= 'behind-the-log';
    return this.found;
  }

  /**
   * What the time may be while dates are not to be trusted, as ISO 8601 in UTC: what it was before the jump and has passed since, or what was
   * recorded last.
   */
  guess(): string | undefined {
    const trouble = this.check();
    if (trouble === undefined) return undefined;
    if (trouble === 'behind-the-log') return new Date(this.newest).toISOString();
    return new Date(this.trusted.wall + this.look().monotonic - this.trusted.monotonic).toISOString();
  }

  /** Something in the log was recorded at an instant (ISO 8601). */
  recorded(at: string): void {
    this.newest = Math.max(this.newest, Date.parse(at));
  }

  /** A person has looked at the clock and says that it is right: whatever was recorded until now is in the past. */
  confirmed(): void {
    this.accepted = this.newest;
    this.found = undefined;
    this.seen = this.look();
  }

  private look() {
    return { wall: Date.parse(this.clocks.now()), monotonic: this.clocks.monotonic() };
  }
}
