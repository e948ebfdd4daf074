import { prepared, type Database } from '#sqlite';

/** Stands in `known_until` for what is still known. */
export const stillKnown = '9999';

type Value = string | number | null;

/** What was known of a thing from an instant on, which is not earlier than any before. */
export interface Version<Key extends string, Row> {
  readonly key: Readonly<Record<Key, number>>;
  readonly row: Row;
  /** ISO 8601, as recorded. */
  readonly from: string;
  /** Whether nothing was known of it before. */
  readonly isFirst: boolean;
}

/**
 * Writes into a table that forgets nothing: each row says from when until when it was what was known. What an instant adds to itself
 * replaces what it said before, so that it makes no difference how many events came at once.
 */
export function versionWriter<Key extends string, Row extends object>(
  table: string,
  keys: readonly Key[],
  columns: readonly (keyof Row & string)[],
): (db: Database, version: Version<Key, Row>) => void {
  const all = [...keys, 'known_from', 'known_until', ...columns];
  const insert = `
    INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  const end = `
    UPDATE ${table} SET known_until = ?
    WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')} AND known_until = '${stillKnown}' AND known_from < ?`;
  return (db, { key, row, from, isFirst }) => {
    const place = keys.map((one) => key[one]);
    if (!isFirst) prepared<Value[]>(db, end).run(from, ...place, from);
    prepared<Value[]>(db, insert).run(...place, from, stillKnown, ...columns.map((column) => row[column] as Value));
  };
}
