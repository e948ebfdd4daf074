import { type Database } from '#sqlite';
import { openLogFile } from './log-file.js';

/** What is wrong with a log file: as SQLite sees it, and whether the table and the triggers that keep its events are those that it was made with. */
export function fileComplaints(db: Database): readonly string[] {
  const found = String(db.pragma('integrity_check', { simple: true }));
  return [...(found === 'ok' ? [] : [found]), ...changedDefinitions(db)];
}

/** A file of an older form is held to that form: the next start brings it to the newest. */
function changedDefinitions(db: Database): string[] {
  const made = definitions(db);
  const meant = definitionsOfForm(Number(db.pragma('user_version', { simple: true })));
  return [
    ...[...meant].flatMap(([name, sql]) =>
      made.get(name) === sql ? [] : [`${name} is ${made.has(name) ? 'not what it was made as' : 'missing'}`],
    ),
    ...[...made.keys()].flatMap((name) => (meant.has(name) ? [] : [`${name} does not belong there`])),
  ];
}

function definitionsOfForm(form: number): Map<string, string> {
  const db = openLogFile(':memory:', form);
  try {
    return definitions(db);
  } finally {
    db.close();
  }
}

/** Tables, indexes and triggers by name. */
function definitions(db: Database): Map<string, string> {
  const rows = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`).raw().all();
  return new Map(rows as [name: string, sql: string][]);
}
