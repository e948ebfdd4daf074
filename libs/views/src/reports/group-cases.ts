import type { CaseOfOrganisation } from './case-of-organisation.js';
import { periodOf } from './period-of.js';
import type { Dimension, PeriodLength, ReportQuestion } from './report-question.js';

/**
 * Who follows up, as the service policy says it: the executive board and the quality unit for the whole region, customer service, each
 * board and each administration; or `chosen`, where the question says by what to group.
 */
export type View = 'region' | 'customer-service' | 'board' | 'administration' | 'chosen';

/** What the cases of a group have in common; null where none of them has it. */
export type Common = Readonly<Partial<Record<Dimension | 'period', string | null>>>;

/** The cases of a group. */
export interface CaseGroup {
  readonly view: View;
  readonly by: Common;
  readonly cases: readonly CaseOfOrganisation[];
}

/** Every group that a question asks for and that has cases, in the order of its views and then of what they have in common. */
export function groupCases(cases: readonly CaseOfOrganisation[], { groupBy, period }: ReportQuestion): readonly CaseGroup[] {
  const chosen: Grouping[] = [{ view: 'chosen', by: groupBy, holds: () => true }];
  return (groupBy.length > 0 ? chosen : fourViews).flatMap(({ view, by, holds }) => {
    const groups = new Map<string, CaseOfOrganisation[]>();
    for (const one of cases) {
      if (!holds(one)) continue;
      const key = keyOf(one, by, period);
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
    return [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, some]): CaseGroup => ({ view, by: commonIn(key, by, period), cases: some }));
  });
}

/** What a case has of all that it can have in common with others, as text that sorts. */
const keyOf = (one: CaseOfOrganisation, by: readonly Dimension[], period: PeriodLength | undefined): string =>
  JSON.stringify([...(period === undefined ? [] : [periodOf(one.receivedDate, period)]), ...by.map((dimension) => one[dimension])]);

function commonIn(key: string, by: readonly Dimension[], period: PeriodLength | undefined): Common {
  const names = [...(period === undefined ? [] : ['period']), ...by];
  const parts = JSON.parse(key) as readonly (string | null)[];
  return Object.fromEntries(names.map((name, place) => [name, parts[place] ?? null]));
}

/** Whether customer service has it in hand: it came by phone or in person, or nobody has routed it yet. */
export const isWithCustomerService = ({ channel, firstBoard }: CaseOfOrganisation): boolean =>
  channel === 'phone' || channel === 'visit' || firstBoard === null;

interface Grouping {
  readonly view: View;
  readonly by: readonly Dimension[];
  readonly holds: (one: CaseOfOrganisation) => boolean;
}

const fourViews: readonly Grouping[] = [
  { view: 'region', by: [], holds: () => true },
  { view: 'customer-service', by: [], holds: isWithCustomerService },
  { view: 'board', by: ['board'], holds: () => true },
  { view: 'administration', by: ['administration'], holds: () => true },
];
