import type { Board } from './facts/board.js';
import type { CalendarYear } from './facts/calendar-year.js';
import type { Category } from './facts/category.js';
import type { Description } from './facts/description.js';
import type { ExternalBody } from './facts/external-body.js';
import type { HandoverSignal } from './facts/handover-signal.js';
import type { Policy } from './facts/policy.js';
import type { RoutingRules } from './facts/routing-rules.js';
import type { OrganisationEvent } from './organisation-event.js';

/** All that has been told about the organisation, past, present and planned. Ask it as of a date. */
export interface Organisation {
  readonly description: Description | undefined;
  readonly boards: Definitions<Board>;
  readonly categories: Definitions<Category>;
  readonly externalBodies: Definitions<ExternalBody>;
  readonly signals: Definitions<HandoverSignal>;
  readonly policies: Definitions<Policy>;
  /** Every publication of a year, in order: the last one of a year holds, and earlier ones explain the dates that were counted with them. */
  readonly calendars: readonly CalendarYear[];
  readonly routingRules: RoutingRules | undefined;
}

/** The dated versions of things, by code, in the order they were first told. */
export type Definitions<V> = ReadonlyMap<string, readonly V[]>;

export const emptyOrganisation: Organisation = {
  description: undefined,
  boards: new Map(),
  categories: new Map(),
  externalBodies: new Map(),
  signals: new Map(),
  policies: new Map(),
  calendars: [],
  routingRules: undefined,
};

/** The organisation after one more event; what was told before about the same thing is replaced. */
export function evolveOrganisation(org: Organisation, event: OrganisationEvent): Organisation {
  switch (event.type) {
    case 'OrganisationDescribed':
      return { ...org, description: event.data };
    case 'BoardPublished':
      return { ...org, boards: withEntry(org.boards, event.data.code, event.data.versions) };
    case 'ExternalBodyPublished':
      return { ...org, externalBodies: withEntry(org.externalBodies, event.data.code, event.data.versions) };
    case 'HandoverSignalPublished':
      return { ...org, signals: withEntry(org.signals, event.data.code, event.data.versions) };
    case 'CategoryPublished':
      return { ...org, categories: withEntry(org.categories, event.data.code, event.data.versions) };
    case 'PolicyPublished':
      return { ...org, policies: withEntry(org.policies, event.data.code, event.data.versions) };
    case 'CalendarPublished':
      return { ...org, calendars: [...org.calendars, event.data] };
    case 'RoutingRulesPublished':
      return { ...org, routingRules: event.data };
  }
}

const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);
