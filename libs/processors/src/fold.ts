import type { Recorded } from '#event-log';
import { prepared, type Database } from '#sqlite';
import { TableProcessor } from './table-processor.js';

export interface FoldDefinition<State> {
  readonly name: string;
  readonly version: number;
  /** The types of the events that concern it; few in number beside all that stand in the log. */
  readonly types: readonly string[];
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded) => State;
}

/**
 * What is read with every request and fits in memory: the organisation, who may do what. The events behind it are kept in a
 * table of their own, so that a start folds these few and not the whole log.
 */
export class Fold<State> extends TableProcessor {
  private folded: State;

  constructor(
    private readonly file: Database,
    private readonly fold: FoldDefinition<State>,
  ) {
    super(file, {
      name: fold.name,
      version: fold.version,
      tables: ['kept'],
      schema: 'CREATE TABLE kept (number INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT',
      on: Object.fromEntries(fold.types.map((type) => [type, keep])),
    });
    this.folded = this.refold();
  }

  get state(): State {
    return this.folded;
  }

  override restart(): void {
    super.restart();
    this.folded = this.fold.initial;
  }

  override take(events: readonly Recorded[], logId: string): boolean {
    const taken = super.take(events, logId);
    const concerning = events.filter(({ type }) => this.fold.types.includes(type));
    if (!taken) this.folded = this.refold();
    else if (concerning.length > 0) this.folded = concerning.reduce(this.fold.evolve, this.folded);
    return taken;
  }

  private refold(): State {
    const rows = prepared<[], { event: string }>(this.file, 'SELECT event FROM kept ORDER BY number').all();
    return rows.map(({ event }) => JSON.parse(event) as Recorded).reduce(this.fold.evolve, this.fold.initial);
  }
}

const keep = (db: Database, event: Recorded): void => {
  prepared<[string]>(db, 'INSERT INTO kept (event) VALUES (?)').run(JSON.stringify(event));
};
