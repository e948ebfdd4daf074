import type { Recorded } from '#event-log';
import { emptyOrganisation, evolveOrganisation, type Organisation, type OrganisationEvent } from '#organisation';
import type { OnEvent } from '#processors';
import { prepared, type Database } from '#sqlite';

/** What a report needs to know of the organisation: names, administrations, working days. */
export const keptOrganisationTypes: readonly OrganisationEvent['type'][] = [
  'OrganisationDescribed',
  'BoardPublished',
  'CategoryPublished',
  'CalendarPublished',
];

export const organisationTable = `
  CREATE TABLE organisation (
    number     INTEGER PRIMARY KEY,
    thing      TEXT NOT NULL,
    known_from TEXT NOT NULL,
    event      TEXT NOT NULL
  ) STRICT`;

export const keepOrganisation: OnEvent = (db, event) => {
  const sql = 'INSERT INTO organisation (thing, known_from, event) VALUES (?, ?, ?)';
  const { type, data, metadata } = event;
  prepared<[string, string, string]>(db, sql).run(thingOf(event), metadata.recordedAt, JSON.stringify({ type, data }));
};

/**
 * The organisation as it was known at an instant. A thing that was first told later is taken as it was first told: an organisation
 * may be written down after what happened in it.
 */
export function organisationAsOf(db: Database, asOf: string): Organisation {
  const rows = prepared<[], Row>(db, 'SELECT thing, known_from, event FROM organisation ORDER BY number').all();
  const known = new Map<string, string>();
  for (const { thing, known_from, event } of rows) if (known_from <= asOf || !known.has(thing)) known.set(thing, event);
  return [...known.values()].map((event) => JSON.parse(event) as OrganisationEvent).reduce(evolveOrganisation, emptyOrganisation);
}

interface Row {
  thing: string;
  known_from: string;
  event: string;
}

/** The years of the calendar share a stream. */
const thingOf = ({ type, stream, data }: Recorded): string =>
  type === 'CalendarPublished' ? `${stream} ${(data as { year: number }).year}` : stream;
