import { hash } from 'node:crypto';
import { transaction, type Database } from '#sqlite';

/**
 * Makes the tables of what can be made anew from the log. A file that holds others, as one of a program whose tables were other ones, is
 * emptied first: the processor then finds no checkpoint and begins at the start of the log.
 */
export function makeTables(db: Database, schema: readonly string[]): void {
  const form = formOf(schema);
  if (found(db) === form) return;
  transaction(db, () => {
    if (found(db) === form) return;
    for (const { type, name } of objectsIn(db)) db.exec(`DROP ${type} IF EXISTS "${name}"`);
    for (const statement of schema) db.exec(statement);
    db.pragma(`user_version = ${schema.length}`);
    db.pragma(`application_id = ${form}`);
  });
}

/** SQLite keeps 31 bits in the head of a file for whoever wrote it. */
const formOf = (schema: readonly string[]): number => hash('sha256', JSON.stringify(schema), 'buffer').readUInt32BE() >>> 1;

const found = (db: Database): number => Number(db.pragma('application_id', { simple: true }));

/** Indexes and triggers go with their tables. */
function objectsIn(db: Database): readonly { readonly type: string; readonly name: string }[] {
  const sql = `SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
  return db.prepare<[], { type: string; name: string }>(sql).all();
}
