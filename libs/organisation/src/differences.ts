import { isDeepStrictEqual } from 'node:util';
import type { Organisation } from './organisation.js';
import { publishedFor } from './look-ups.js';
import { streamOf, type OrganisationEvent } from './organisation-event.js';

/** What must be appended to one stream so that the organisation is told as wanted. */
export interface Difference {
  readonly stream: string;
  readonly events: readonly OrganisationEvent[];
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
  return [...perStream].map(([stream, events]) => ({ stream, events }));
}

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
