import type { Recorded } from '#event-log';
import { TableProcessor } from '#processors';
import { prepared, type Database } from '#sqlite';
import type { DueNotice } from './due-notice.js';
import { outboxTables, type OutboxPolicy } from './outbox-tables.js';
import { OverdueClaims, type Sender } from './overdue-claims.js';

const batch = 100;

export interface OutboxParts {
  readonly policy: OutboxPolicy;
  readonly sender: Sender;
  readonly whenDue: () => void;
  /** ISO 8601. */
  readonly now: () => string;
}

/** Follows the notices, and hands out those whose time has come, each to one line of this process at a time. */
export class Outbox extends TableProcessor {
  private ready: DueNotice[] = [];
  /** Handed out, and until which revision the table tells old news of them. */
  private readonly inHand = new Map<string, number>();
  private readonly overdue: OverdueClaims;
  private readonly now: () => number;
  /** Nothing is sent before the end of the log was reached: what stands further on may say that it was sent long ago. */
  private current = false;

  constructor(
    private readonly file: Database,
    { policy, sender, whenDue, now }: OutboxParts,
  ) {
    super(file, outboxTables(policy), whenDue);
    this.overdue = new OverdueClaims(file, sender);
    this.now = () => Date.parse(now());
  }

  override take(events: readonly Recorded[], logId: string): boolean {
    const taken = super.take(events, logId);
    for (const { stream, revision } of events) this.heard(stream.slice('notice-'.length), revision);
    if (taken && this.current) super.caughtUp();
    return taken;
  }

  override caughtUp(): void {
    this.current = true;
    super.caughtUp();
  }

  override restart(): void {
    super.restart();
    this.current = false;
    this.ready = [];
    this.inHand.clear();
  }

  /** The next notice whose time has come; it is in the caller's hand until `release`. */
  next(): DueNotice | undefined {
    if (!this.current) return undefined;
    if (this.ready.length === 0) this.ready = this.find();
    const due = this.ready.shift();
    if (due) this.inHand.set(due.noticeId, Infinity);
    return due;
  }

  /** @param until the last revision that the caller knows of: older rows of the table no longer hold */
  release({ noticeId }: DueNotice, until: number): void {
    const row = prepared<[string], { revision: number }>(this.file, 'SELECT revision FROM outbox WHERE notice_id = ?').get(noticeId);
    if (row && row.revision < until) this.inHand.set(noticeId, until);
    else this.inHand.delete(noticeId);
  }

  /** How long until the next notice is due or the claims of others are to be looked at, in milliseconds. What is due now rings. */
  pause(): number {
    const sql = 'SELECT min(due_at) AS next FROM outbox WHERE due_at > ?';
    const next = prepared<[number], { next: number | null }>(this.file, sql).get(this.now())?.next ?? Infinity;
    return Math.min(Math.max(next - this.now(), 1), this.overdue.interval);
  }

  private find(): DueNotice[] {
    const due = prepared<[number, number], DueNotice>(
      this.file,
      'SELECT notice_id AS noticeId, revision, cap, until FROM outbox WHERE due_at <= ? ORDER BY due_at LIMIT ?',
    ).all(this.now(), batch + this.inHand.size);
    return [...this.overdue.find(), ...due].filter(({ noticeId }) => !this.inHand.has(noticeId));
  }

  private heard(noticeId: string, revision: number): void {
    const until = this.inHand.get(noticeId);
    if (until !== undefined && revision >= until) this.inHand.delete(noticeId);
  }
}
