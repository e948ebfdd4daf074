import type { Statement } from 'better-sqlite3';
import type { Database } from './open-database.js';

const statements = new WeakMap<Database, Map<string, Statement>>();

/** The statement for a text of SQL on this connection, compiled once: compiling takes longer than most of them run. */
export function prepared<Parameters extends unknown[], Row = unknown>(db: Database, sql: string): Statement<Parameters, Row> {
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new Map<string, Statement>()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = db.prepare(sql)));
  return statement as Statement<Parameters, Row>;
}
