import { prepared, type Database } from '#sqlite';
import type { DueNotice } from './due-notice.js';

/** Who claims. */
export interface Sender {
  /** The name of this process among all that follow the log; no two at the same time have the same. */
  readonly node: string;
  /** Which start of it this is; no two starts have the same. */
  readonly start: string;
  /** After how long the claim of another node is overdue, in milliseconds. */
  readonly overdueAfter: number;
}

interface Claim extends DueNotice {
  readonly node: string;
  readonly start: string;
}

/**
 * Claims that nobody follows up any more. One of an earlier start of this node is free at once. One of another node is overdue
 * when this process has watched it for so long on its own monotonic clock: clocks of two machines are never compared.
 */
export class OverdueClaims {
  private readonly watched = new Map<string, number>();
  private lookedAt = -Infinity;
  /** How often it is worth looking, in milliseconds. */
  readonly interval: number;

  constructor(
    private readonly file: Database,
    private readonly sender: Sender,
  ) {
    this.interval = Math.min(sender.overdueAfter / 4, 10_000);
  }

  find(): readonly DueNotice[] {
    const now = performance.now();
    if (now - this.lookedAt < this.interval) return [];
    this.lookedAt = now;
    const claims = this.standingClaims();
    this.watch(claims, now);
    return claims.filter((claim) => this.isOfEarlierStart(claim) || now - this.since(claim, now) >= this.sender.overdueAfter);
  }

  private isOfEarlierStart({ node, start }: Claim): boolean {
    return node === this.sender.node && start !== this.sender.start;
  }

  private standingClaims(): readonly Claim[] {
    return prepared<[], Claim>(
      this.file,
      `SELECT notice_id AS noticeId, revision, NULL AS cap, NULL AS until, node, start FROM outbox WHERE standing = 'claimed'`,
    ).all();
  }

  private watch(claims: readonly Claim[], now: number): void {
    const seen = new Map(claims.map((claim) => [nameOf(claim), this.since(claim, now)]));
    this.watched.clear();
    for (const [name, since] of seen) this.watched.set(name, since);
  }

  private since(claim: Claim, now: number): number {
    return this.watched.get(nameOf(claim)) ?? now;
  }
}

/** Another claim of the same notice is watched anew. */
const nameOf = ({ noticeId, revision }: DueNotice): string => `${noticeId}@${revision}`;
