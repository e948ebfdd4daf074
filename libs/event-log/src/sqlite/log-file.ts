import { migrate, openDatabase, type Database } from '#sqlite';

/** Commit order is position order, because SQLite has one writer at a time; nothing is deleted, so positions are never given twice. */
const events = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream   TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    id       TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    data     TEXT    NOT NULL,
    metadata TEXT    NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END`;

/**
 * REPLACE, also as `INSERT OR REPLACE`, deletes what stands in the way without asking the trigger on DELETE. So who inserts must find the
 * place free. Where no position is given, SQLite shows -1 here and chooses one afterwards.
 */
const nothingIsReplaced = `
  CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
  WHEN EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND revision = NEW.revision)
    OR NEW.position > 0 AND EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END`;

const forms = [events, nothingIsReplaced];

/** A connection to the log, for one thread. What is committed survives a power cut. @param form how new; default: the newest */
export function openLogFile(file: string, form = forms.length): Database {
  const db = openDatabase(file, { synchronous: 'FULL' });
  try {
    migrate(db, forms.slice(0, form));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
