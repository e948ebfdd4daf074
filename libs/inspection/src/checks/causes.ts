import { promiseObservationTypes } from '#promises';
import { prepared, type Database } from '#sqlite';
import type { Check, Met } from '../check.js';

/** In which of its data an event names another one. */
const naming: ReadonlyMap<string, string> = new Map([
  ...promiseObservationTypes.map((type) => [type, 'promise'] as const),
  ['PromiseRecounted', 'promise'],
  ['ReportFrozen', 'lastEvent'],
  ['TablesFrozen', 'lastEvent'],
]);

/** What an event names as its cause, or as what it is about, stands before it in the log. */
export function causeCheck(scratch: Database): Check {
  scratch.exec('CREATE TABLE events (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID');
  const isThere = (id: string): boolean => prepared<[string]>(scratch, 'SELECT 1 FROM events WHERE id = ?').get(id) !== undefined;
  const note = prepared<[string]>(scratch, 'INSERT OR IGNORE INTO events VALUES (?)');
  return {
    kind: 'cause',
    meet(met) {
      const missing = namedBy(met).find((id) => !isThere(id));
      note.run(met.stored.id);
      return missing === undefined ? undefined : `names event ${missing}, which does not stand before it`;
    },
  };
}

function namedBy({ event, metadata }: Met): string[] {
  const field = event.unreadable === undefined ? naming.get(event.type) : undefined;
  const named = field === undefined ? undefined : (event.data as Readonly<Record<string, unknown>>)[field];
  return [metadata?.causationId, named].filter((id) => typeof id === 'string');
}
