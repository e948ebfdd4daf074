import { setImmediate as aTurn } from 'node:timers/promises';
import type { Recorded } from '#event-log';
import { TableProcessor, type OnEvent, type Tables } from '#processors';
import { prepared, transaction, type Database } from '#sqlite';

/** Something that is owed because of an event, until another event shows that it was done. */
export interface Debt {
  /** Of this debt alone: what is owed again after it was struck off has another number. */
  readonly number: number;
  /** Derived from the cause: the same event always owes the same. */
  readonly key: string;
  /** The event that owes it, as stream and revision. */
  readonly stream: string;
  readonly revision: number;
  /** When the cause was recorded. */
  readonly since: string;
}

/** Which events owe something, which show that it was done, and how it is done. */
export interface ReactionDefinition {
  readonly name: string;
  readonly version: number;
  /** The keys of what an event owes; most often one or none. */
  readonly owes: Readonly<Record<string, (event: Recorded) => readonly string[]>>;
  /** The keys of what an event shows to be done. */
  readonly settles: Readonly<Record<string, (event: Recorded) => readonly string[]>>;
  /**
   * Does what is owed by appending events whose ids are derived from the cause, so that a repetition finds them there.
   * @returns the keys for which there was nothing to do after all
   */
  readonly pay: (debts: readonly Debt[]) => Promise<readonly string[]>;
}

/** What a reaction heeds of those around it. */
interface Among {
  /** Awaited after each batch: resolves when there is nothing more urgent. Default: at once. */
  readonly giveWay?: () => Promise<void>;
  /** Asked before it pays anything, again and again. Default: at any time. */
  readonly mayBegin?: () => boolean;
}

const most = 200;
const retryAfter = 1_000;

/**
 * Answers events with commands. While it catches up it only notes what is owed and strikes off what was done further on in
 * the log; at the end of the log it does what is left. So a fresh node or a deleted file costs reading and does nothing twice.
 */
export class Reaction extends TableProcessor {
  /** Done, but the event that shows it has not come round yet. */
  private readonly done = new Set<number>();
  private paying: Promise<void> = Promise.resolve();
  private isPaying = false;
  /** There may be something that the payment under way has not seen. */
  private asked = false;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  /** Why the last attempt failed, if it did. */
  trouble: unknown;

  constructor(
    private readonly file: Database,
    private readonly reaction: ReactionDefinition,
    private readonly among: Among = {},
  ) {
    super(file, tablesOf(reaction));
  }

  override caughtUp(): void {
    this.begin();
  }

  /** Begins nothing more, and resolves when what is in hand is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.paying;
  }

  /** How much is owed since before an instant (ISO 8601); by default, how much is owed at all. */
  owed(instant = '9999'): number {
    const sql = 'SELECT count(*) AS owed FROM debts WHERE since < ?';
    return prepared<[string], { owed: number }>(this.file, sql).get(instant)?.owed ?? 0;
  }

  private begin(): void {
    clearTimeout(this.retry);
    this.asked = true;
    if (this.among.mayBegin?.() === false) this.beginLater();
    else if (!this.isPaying) this.paying = this.pay();
  }

  private beginLater(): void {
    if (!this.stopped) this.retry = setTimeout(() => this.begin(), retryAfter).unref();
  }

  /** Between the last look and `isPaying = false` nothing is awaited, so nobody can ask in between and be forgotten. */
  private async pay(): Promise<void> {
    this.isPaying = true;
    try {
      while (this.asked) {
        this.asked = false;
        for (let debts = this.next(); debts.length > 0; debts = this.next()) {
          await this.payThese(debts);
          await aTurn(); // what finds nothing to do awaits nothing else, and a fresh node may owe it for every case
          await this.among.giveWay?.();
        }
      }
      this.trouble = undefined;
    } catch (error) {
      this.trouble = error;
      this.beginLater();
    } finally {
      this.isPaying = false;
    }
  }

  private async payThese(debts: readonly Debt[]): Promise<void> {
    const nothingToDo = await this.reaction.pay(debts);
    for (const { number } of debts) this.done.add(number);
    transaction(this.file, () => {
      for (const key of nothingToDo) strike(this.file, key);
    });
  }

  /** What is owed and not yet done. What was struck off is forgotten here too. */
  private next(): Debt[] {
    if (this.stopped) return [];
    const sql = 'SELECT number, key, stream, revision, since FROM debts ORDER BY number LIMIT ?';
    const owed = prepared<[number], Debt>(this.file, sql).all(most + this.done.size);
    const open = new Set(owed.map(({ number }) => number));
    for (const number of this.done) if (!open.has(number)) this.done.delete(number);
    return owed.filter(({ number }) => !this.done.has(number)).slice(0, most);
  }
}

const tablesOf = ({ name, version, owes, settles }: ReactionDefinition): Tables => ({
  name,
  version,
  tables: ['debts'],
  schema: `
    CREATE TABLE debts (
      number   INTEGER PRIMARY KEY AUTOINCREMENT,
      key      TEXT NOT NULL UNIQUE,
      stream   TEXT NOT NULL,
      revision INTEGER NOT NULL,
      since    TEXT NOT NULL
    ) STRICT;`,
  on: Object.fromEntries(
    [...new Set([...Object.keys(owes), ...Object.keys(settles)])].map((type) => [type, note(owes[type], settles[type])]),
  ),
});

type Keys = (event: Recorded) => readonly string[];

const note =
  (owes: Keys = () => [], settles: Keys = () => []): OnEvent =>
  (db, event) => {
    for (const key of owes(event)) owe(db, key, event);
    for (const key of settles(event)) strike(db, key);
  };

function owe(db: Database, key: string, { stream, revision, metadata }: Recorded): void {
  prepared<unknown[]>(db, 'INSERT INTO debts (key, stream, revision, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    key,
    stream,
    revision,
    metadata.recordedAt,
  );
}

const strike = (db: Database, key: string): void => {
  prepared<[string]>(db, 'DELETE FROM debts WHERE key = ?').run(key);
};
