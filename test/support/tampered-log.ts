import { openDatabase, type Database } from '#sqlite';

type Fields = Readonly<Record<string, unknown>>;

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The file of a log in the hands of somebody who may write to it: the triggers are taken off first and put back in the end. */
export class TamperedLog {
  readonly db: Database;
  private triggers: readonly { readonly name: string; readonly sql: string }[];

  constructor(file: string) {
    this.db = openDatabase(file, { synchronous: 'NORMAL' });
    this.triggers = this.db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as typeof this.triggers;
    for (const { name } of this.triggers) this.db.exec(`DROP TRIGGER ${name}`);
  }

  close(): void {
    for (const { sql } of this.triggers) this.db.exec(sql);
    this.db.close();
  }

  /** The first trigger is not put back. */
  loseTrigger(): void {
    this.triggers = this.triggers.slice(1);
  }

  /** The events that a condition names, in the order of the log. */
  rows(where: string): readonly Row[] {
    const rows = this.db.prepare(`SELECT * FROM events WHERE ${where} ORDER BY position`).all() as Row[];
    if (rows.length === 0) throw new Error(`the log holds nothing where ${where}`);
    return rows;
  }

  first(where: string): Row {
    return this.rows(where)[0]!;
  }

  set(where: string, column: keyof Row, value: string | number): this {
    this.db.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(value, this.first(where).position);
    return this;
  }

  /** Other data in the first event that a condition names. */
  data(where: string, change: (data: Fields) => Fields): this {
    return this.set(where, 'data', JSON.stringify(change(JSON.parse(this.first(where).data) as Fields)));
  }

  metadata(where: string, more: Fields): this {
    const metadata = JSON.parse(this.first(where).metadata) as Fields;
    return this.set(where, 'metadata', JSON.stringify({ ...metadata, ...more }));
  }

  /** What stands in a column of two events changes places. */
  exchange([one, other]: readonly [Row, Row], ...columns: readonly (keyof Row)[]): this {
    for (const column of columns) {
      this.set(`position = ${one.position}`, column, other[column]);
      this.set(`position = ${other.position}`, column, one[column]);
    }
    return this;
  }

  /** Two events change places in the log, and in their stream. */
  swap(rows: readonly [Row, Row]): this {
    this.set(`position = ${rows[0].position}`, 'revision', -1);
    this.set(`position = ${rows[1].position}`, 'revision', rows[0].revision);
    this.set(`position = ${rows[0].position}`, 'revision', rows[1].revision);
    this.set(`position = ${rows[0].position}`, 'position', -1);
    this.set(`position = ${rows[1].position}`, 'position', rows[0].position);
    return this.set('position = -1', 'position', rows[1].position);
  }

  remove(where: string): this {
    this.rows(where);
    this.db.exec(`DELETE FROM events WHERE ${where}`);
    return this;
  }

  /** Puts an event at the end of the log and of its stream. */
  add(event: Pick<Row, 'stream' | 'id' | 'type' | 'data' | 'metadata'>): this {
    const { stream, id, type, data, metadata } = event;
    const insert =
      'INSERT INTO events (stream, revision, id, type, data, metadata) SELECT ?, count(*), ?, ?, ?, ? FROM events WHERE stream = ?';
    this.db.prepare(insert).run(stream, id, type, data, metadata, stream);
    return this;
  }

  /** Closes up what was taken out: positions from 1, revisions of every stream from 0. */
  renumber(): this {
    const ends = new Map<string, number>();
    const rows = this.rows('true');
    this.db.exec('DELETE FROM events');
    const insert = this.db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [index, { stream, id, type, data, metadata }] of rows.entries()) {
      const revision = (ends.get(stream) ?? -1) + 1;
      ends.set(stream, revision);
      insert.run(index + 1, stream, revision, id, type, data, metadata);
    }
    return this;
  }
}
