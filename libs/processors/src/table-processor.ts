import type { Recorded } from '#event-log';
import { prepared, sqliteCode, transaction, type Database } from '#sqlite';
import { checkpointAt, type Checkpoint } from './checkpoint.js';
import { checkpointTable, moveCheckpoint, readCheckpoint } from './checkpoint-table.js';
import { DeadLetters, deadLetterTable, type DeadLetter } from './dead-letters.js';
import { makeTables } from './make-tables.js';
import type { Processor } from './processor.js';

/** So many events that do not concern a processor it may read again after a restart, rather than write for each that it read it. */
const unconcerned = 1_000;

/** What an event writes. Synchronous, and inside the transaction that moves the checkpoint. */
export type OnEvent = (db: Database, event: Recorded) => void;

/** What a processor keeps: its name, its tables, and one function per event type. */
export interface Tables {
  readonly name: string;
  /** Rises when the tables or what is written into them change; each version has a file of its own. */
  readonly version: number;
  readonly schema: string;
  readonly on: Readonly<Record<string, OnEvent>>;
  /** Called before the first event of a page. */
  readonly begin?: () => void;
  /** Called after the last event of a page, before the checkpoint moves: writes what was gathered. */
  readonly finish?: (db: Database) => void;
  /** Names the tables that `restart` empties. */
  readonly tables: readonly string[];
}

/**
 * Writes rows because of events, with the checkpoint in one transaction. An event that cannot be processed is set aside,
 * with all later ones of its stream; every other stream goes on.
 */
export class TableProcessor implements Processor {
  readonly name: string;
  readonly version: number;
  private readonly letters: DeadLetters;
  /** Where this process believes the checkpoint to stand. Where several share the file, the one that is behind is found out by it. */
  private believed: Checkpoint | undefined;
  /** How many events it has read since. */
  private unwritten = 0;

  constructor(
    private readonly db: Database,
    private readonly definition: Tables,
    private readonly whenCaughtUp?: () => void,
  ) {
    this.name = definition.name;
    this.version = definition.version;
    makeTables(db, [checkpointTable, deadLetterTable, definition.schema]);
    this.letters = new DeadLetters(db);
  }

  checkpoint(): Checkpoint | undefined {
    return (this.believed = readCheckpoint(this.db));
  }

  deadLetters(): readonly DeadLetter[] {
    return this.letters.all();
  }

  restart(): void {
    transaction(this.db, () => {
      for (const table of ['checkpoint', 'dead_letters', ...this.definition.tables]) this.db.exec(`DELETE FROM ${table}`);
    });
    this.letters.reload();
    this.believed = undefined;
    this.unwritten = 0;
  }

  take(events: readonly Recorded[], logId: string): boolean {
    const last = events.at(-1);
    if (!last) return true;
    this.unwritten += events.length;
    if (this.unwritten < unconcerned && !events.some((event) => this.concerns(event))) return true;
    const to = checkpointAt(logId, last);
    try {
      this.write(events, to);
      this.believed = to;
      this.unwritten = 0;
      return true;
    } catch (error) {
      this.letters.reload();
      if (error instanceof CheckpointMoved) return false;
      throw error;
    }
  }

  /** At once if all goes well, as nearly always; else each event on its own, so that the one that fails is set aside. */
  private write(events: readonly Recorded[], to: Checkpoint): void {
    try {
      this.writeEach(events, to, (event) => this.plainly(event));
    } catch (error) {
      if (error instanceof CheckpointMoved || isTrouble(sqliteCode(error))) throw error;
      this.writeEach(events, to, (event) => this.carefully(event));
    }
  }

  private writeEach(events: readonly Recorded[], to: Checkpoint, write: (event: Recorded) => void): void {
    transaction(this.db, () => {
      this.definition.begin?.();
      for (const event of events) if (this.concerns(event)) write(event);
      this.definition.finish?.(this.db);
      if (!moveCheckpoint(this.db, this.believed, to)) throw new CheckpointMoved('another process moved the checkpoint');
    });
  }

  caughtUp(): void {
    this.whenCaughtUp?.();
  }

  private concerns({ type, unreadable }: Recorded): boolean {
    return unreadable !== undefined || Object.hasOwn(this.definition.on, type);
  }

  private plainly(event: Recorded): void {
    if (this.letters.holds(event.stream)) throw new Error('its stream waits');
    this.apply(event);
  }

  private carefully(event: Recorded): void {
    if (this.letters.holds(event.stream)) this.letters.add(event, 'waits behind an earlier one');
    else this.attempt(event);
  }

  /** A savepoint, so that half of what an event writes never stays. */
  private attempt(event: Recorded): void {
    prepared(this.db, 'SAVEPOINT event').run();
    try {
      this.apply(event);
    } catch (error) {
      if (isTrouble(sqliteCode(error))) throw error; // the disk's fault, not the event's: try again
      prepared(this.db, 'ROLLBACK TO event').run();
      this.letters.add(event, error instanceof Error ? error.message : String(error));
    }
    prepared(this.db, 'RELEASE event').run();
  }

  private apply(event: Recorded): void {
    if (event.unreadable !== undefined) throw new Error(event.unreadable);
    this.definition.on[event.type]?.(this.db, event);
  }
}

class CheckpointMoved extends Error {}

const isTrouble = (code: string | undefined): boolean =>
  code !== undefined && /^SQLITE_(FULL|IOERR|BUSY|CANTOPEN|READONLY|NOMEM)/.test(code);
