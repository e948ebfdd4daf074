import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#promises';
import { changedFrom } from './changed-from.js';
import type { Validity } from './facts/dated.js';
import type { Organisation } from './organisation.js';
import { publishedFor } from './look-ups.js';
import { streamOf, type OrganisationEvent } from './organisation-event.js';

/** What must be appended to one stream so that the organisation is told as wanted. */
export interface Difference {
  readonly stream: string;
  readonly events: readonly OrganisationEvent[];
  /** The first day on which something else holds than was told before, where something was. */
  readonly changedFrom: LocalDate | undefined;
}

/**
 * What is wanted and not yet told, per stream, in the order wanted: importing the same twice yields nothing the second time.
 * What is told and no longer wanted stays: a board or category ends by its `validTo`, never by being left out.
 */
export function differences(org: Organisation, wanted: readonly OrganisationEvent[]): Difference[] {
  const perStream = new Map<string, OrganisationEvent[]>();
  for (const event of wanted) {
    if (isDeepStrictEqual(told(org, event), event.data)) continue;
    const stream = streamOf(event);
    perStream.set(stream, [...(perStream.get(stream) ?? []), event]);
  }
  return [...perStream].map(([stream, events]) => ({ stream, events, changedFrom: firstChange(org, events) }));
}

/** An organisation of which nothing was told is not changed by being told. */
function firstChange(org: Organisation, events: readonly OrganisationEvent[]): LocalDate | undefined {
  if (org.description === undefined) return undefined;
  const days = events.map((event) => changedFrom(versionsIn(told(org, event)), versionsIn(event.data)));
  return days.filter((day) => day !== undefined).sort()[0];
}

/** Of what has none, as the calendar of a year, there is nothing to compare by days. */
const versionsIn = (data: unknown): readonly Validity[] =>
  (data as { readonly versions?: readonly Validity[] } | undefined)?.versions ?? [];

/** What the organisation already says about the thing an event is about, in the event's own shape. */
function told(org: Organisation, event: OrganisationEvent): unknown {
  switch (event.type) {
    case 'OrganisationDescribed':
      return org.description;
    case 'BoardPublished':
      return { code: event.data.code, versions: org.boards.get(event.data.code) };
    case 'ExternalBodyPublished':
      return { code: event.data.code, versions: org.externalBodies.get(event.data.code) };
    case 'HandoverSignalPublished':
      return { code: event.data.code, versions: org.signals.get(event.data.code) };
    case 'CategoryPublished':
      return { code: event.data.code, versions: org.categories.get(event.data.code) };
    case 'PolicyPublished':
      return { code: event.data.code, versions: org.policies.get(event.data.code) };
    case 'CalendarPublished':
      return publishedFor(org, event.data.year);
    case 'RoutingRulesPublished':
      return org.routingRules;
  }
}
