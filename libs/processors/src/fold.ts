import type { Recorded } from '#event-log';
import { prepared, type Database } from '#sqlite';
import type { Checkpoint } from './checkpoint.js';
import { TableProcessor } from './table-processor.js';

export interface FoldDefinition<State> {
  readonly name: string;
  readonly version: number;
  /** The types of the events that concern it; few in number beside all that stand in the log. */
  readonly types: readonly string[];
  readonly initial: State;
  /** The state after some events, in the order of the log. May cost as much as the state is large, once for all of them. */
  readonly evolve: (state: State, events: readonly Recorded[]) => State;
  /**
   * An event of some types makes earlier ones of its type and stream needless that were recorded before an instant (ISO 8601); they are no
   * longer kept. Undefined for all others.
   */
  readonly outlives?: (event: Recorded) => string | undefined;
}

/**
 * What is read with every request and fits in memory: the organisation, who may do what. The events behind it are kept in a
 * table of their own, so that a start folds these few and not the whole log. Memory never holds anything but what the table does: an event
 * that was set aside is in neither, and what another process has kept in the same file is in both.
 */
export class Fold<State> extends TableProcessor {
  private folded: State;
  /** The number of the last event in it; no number is given twice, so that what is new stands behind it. */
  private upTo = 0;

  constructor(
    private readonly file: Database,
    private readonly fold: FoldDefinition<State>,
  ) {
    const keep = (db: Database, event: Recorded): void => keepIn(db, event, fold.outlives?.(event));
    super(file, {
      name: fold.name,
      version: fold.version,
      tables: ['kept'],
      schema: `
        CREATE TABLE kept (
          number      INTEGER PRIMARY KEY AUTOINCREMENT,
          stream      TEXT NOT NULL,
          type        TEXT NOT NULL,
          recorded_at TEXT NOT NULL,
          event       TEXT NOT NULL
        ) STRICT;
        CREATE INDEX kept_of_stream ON kept (stream, type, recorded_at);`,
      on: Object.fromEntries(fold.types.map((type) => [type, keep])),
    });
    this.refold();
  }

  get state(): State {
    return this.folded;
  }

  /** Where to go on from is where the file is; so memory must be where the file is, too. */
  override checkpoint(): Checkpoint | undefined {
    const checkpoint = super.checkpoint();
    this.refold();
    return checkpoint;
  }

  override restart(): void {
    super.restart();
    this.refold();
  }

  override take(events: readonly Recorded[], logId: string): boolean {
    const taken = super.take(events, logId);
    if (taken) this.foldWhatIsNew();
    else this.refold();
    return taken;
  }

  private refold(): void {
    this.folded = this.fold.initial;
    this.upTo = 0;
    this.foldWhatIsNew();
  }

  private foldWhatIsNew(): void {
    const rows = prepared<[number], { number: number; event: string }>(
      this.file,
      'SELECT number, event FROM kept WHERE number > ? ORDER BY number',
    ).all(this.upTo);
    const last = rows.at(-1);
    if (last === undefined) return;
    this.folded = this.fold.evolve(
      this.folded,
      rows.map(({ event }) => JSON.parse(event) as Recorded),
    );
    this.upTo = last.number;
  }
}

function keepIn(db: Database, event: Recorded, outlived: string | undefined): void {
  const { stream, type, metadata } = event;
  if (outlived !== undefined) {
    const sql = 'DELETE FROM kept WHERE stream = ? AND type = ? AND recorded_at < ?';
    prepared<[string, string, string]>(db, sql).run(stream, type, outlived);
  }
  prepared<[string, string, string, string]>(db, 'INSERT INTO kept (stream, type, recorded_at, event) VALUES (?, ?, ?, ?)').run(
    stream,
    type,
    metadata.recordedAt,
    JSON.stringify(event),
  );
}
