import type { Database } from './open-database.js';
import { transaction } from './transaction.js';
import { UnusableFile } from './unusable-file.js';

/**
 * Brings a file to its newest form. Each statement (one or several, separated by semicolons) runs once and for ever, in
 * order; `user_version` counts how many have run. Append to the list, never change it.
 * @throws UnusableFile if the file was written by a newer program
 */
export function migrate(db: Database, statements: readonly string[]): void {
  if (versionOf(db) === statements.length) return;
  transaction(db, () => {
    const version = versionOf(db);
    if (version > statements.length) {
      throw new UnusableFile(
        db.name,
        `was written by a newer version: it has form ${version}; this program knows forms up to ${statements.length}`,
      );
    }
    for (const statement of statements.slice(version)) db.exec(statement);
    db.pragma(`user_version = ${statements.length}`);
  });
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));
