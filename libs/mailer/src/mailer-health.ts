import { prepared, type Database } from '#sqlite';

/** What a person should know of the mail. */
export interface MailerHealth {
  readonly waiting: number;
  readonly claimed: number;
  readonly deferred: number;
  /** Uncertain and not yet sent again. */
  readonly uncertain: number;
  readonly heldBack: number;
  readonly failed: number;
  readonly bounced: number;
  /** Since when the oldest notice waits that has not been handed over nor given up. ISO 8601. */
  readonly oldestWaiting: string | undefined;
  /** Since the log began. */
  readonly handedOver: number;
  /** How often, since the log began, nobody could say whether the relay had it. */
  readonly everUncertain: number;
  /** Why the relay cannot be reached, if it cannot. */
  readonly relayTrouble: string | undefined;
  /** The kind of error for which a notice is left lying, if one is. */
  readonly trouble: string | undefined;
  /** Whether a person has to say that mail may go out. */
  readonly holding: boolean;
}

type Counted = Omit<MailerHealth, 'relayTrouble' | 'trouble' | 'holding'>;

/** Counts what stands in the outbox. */
export function countOutbox(db: Database): Counted {
  const standings = prepared<[], Count>(db, 'SELECT standing AS what, count(*) AS times FROM outbox GROUP BY standing');
  const tally = prepared<[], Count>(db, 'SELECT what, times FROM tally');
  const oldest = prepared<[], { since: string | null }>(
    db,
    `SELECT min(since) AS since FROM outbox WHERE standing IN ('waiting', 'claimed', 'deferred', 'uncertain')`,
  ).get();
  const now = countsOf(standings.all());
  const ever = countsOf(tally.all());
  return {
    waiting: now('waiting'),
    claimed: now('claimed'),
    deferred: now('deferred'),
    uncertain: now('uncertain'),
    heldBack: now('held-back'),
    failed: now('failed'),
    bounced: now('bounced'),
    oldestWaiting: oldest?.since ?? undefined,
    handedOver: ever('handed-over'),
    everUncertain: ever('uncertain'),
  };
}

interface Count {
  readonly what: string;
  readonly times: number;
}

function countsOf(rows: readonly Count[]): (what: string) => number {
  const counts = new Map(rows.map(({ what, times }) => [what, times]));
  return (what) => counts.get(what) ?? 0;
}
