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
  const rows = prepared<[], Row>(db, 'SELECT number, thing, known_from FROM organisation ORDER BY number').all();
  const chosen = new Map<string, number>();
  for (const { number, thing, known_from } of rows) if (known_from <= asOf || !chosen.has(thing)) chosen.set(thing, number);
  const numbers = [...chosen.values()].join();
  const known = made.get(db);
  if (known?.numbers === numbers) return known.organisation;
  const organisation = [...chosen.values()].map((number) => eventNumbered(db, number)).reduce(evolveOrganisation, emptyOrganisation);
  made.set(db, { numbers, organisation });
  return organisation;
}

/** It changes a few times a year, and what is worked out of it, such as which days are worked, goes with it. */
const made = new WeakMap<Database, { readonly numbers: string; readonly organisation: Organisation }>();

interface Row {
  number: number;
  thing: string;
  known_from: string;
}

function eventNumbered(db: Database, number: number): OrganisationEvent {
  const { event } = prepared<[number], { event: string }>(db, 'SELECT event FROM organisation WHERE number = ?').get(number) as {
    event: string;
  };
  return JSON.parse(event) as OrganisationEvent;
}

/** The years of the calendar share a stream. */
const thingOf = ({ type, stream, data }: Recorded): string =>
  type === 'CalendarPublished' ? `${stream} ${(data as { year: number }).year}` : stream;
