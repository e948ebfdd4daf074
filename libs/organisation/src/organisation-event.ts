import type { Board } from './facts/board.js';
import type { CalendarYear } from './facts/calendar-year.js';
import type { Category } from './facts/category.js';
import type { Description } from './facts/description.js';
import type { ExternalBody } from './facts/external-body.js';
import type { HandoverSignal } from './facts/handover-signal.js';
import type { Policy } from './facts/policy.js';
import type { RoutingRules } from './facts/routing-rules.js';

/** A whole definition with its past and its future: every dated version, oldest first. */
export interface Versions<V> {
  readonly code: string;
  readonly versions: readonly V[];
}

/** What can be told about an organisation. Each event carries the whole current definition of its thing and replaces what was told before. */
export type OrganisationEvent =
  | { readonly type: 'OrganisationDescribed'; readonly data: Description }
  | { readonly type: 'BoardPublished'; readonly data: Versions<Board> }
  | { readonly type: 'ExternalBodyPublished'; readonly data: Versions<ExternalBody> }
  | { readonly type: 'HandoverSignalPublished'; readonly data: Versions<HandoverSignal> }
  | { readonly type: 'CategoryPublished'; readonly data: Versions<Category> }
  | { readonly type: 'PolicyPublished'; readonly data: Versions<Policy> }
  | { readonly type: 'CalendarPublished'; readonly data: CalendarYear }
  | { readonly type: 'RoutingRulesPublished'; readonly data: RoutingRules };

/** The stream that holds the definitions of one thing, the latest last. Lower-case: category, hyphen, id. */
export function streamOf(event: OrganisationEvent): string {
  switch (event.type) {
    case 'OrganisationDescribed':
      return `organisation-${event.data.code}`;
    case 'BoardPublished':
      return `board-${event.data.code.toLowerCase()}`;
    case 'ExternalBodyPublished':
      return `body-${event.data.code.toLowerCase()}`;
    case 'HandoverSignalPublished':
      return `signal-${event.data.code.toLowerCase()}`;
    case 'CategoryPublished':
      return `category-${event.data.code.toLowerCase()}`;
    case 'PolicyPublished':
      return `policy-${event.data.code.toLowerCase()}`;
    case 'CalendarPublished':
      return 'calendar-se';
    case 'RoutingRulesPublished':
      return 'routing-rules';
  }
}
