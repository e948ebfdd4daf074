import type { CaseOfOrganisation } from './case-of-organisation.js';
import { periodOf } from './period-of.js';
import type { Dimension, ReportQuestion } from './report-question.js';

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
    const groups = new Map<string, { common: Common; cases: CaseOfOrganisation[] }>();
    for (const one of cases.filter(holds)) {
      const common: Common = {
        ...(period !== undefined && { period: periodOf(one.receivedDate, period) }),
        ...Object.fromEntries(by.map((dimension) => [dimension, one[dimension]])),
      };
      const key = JSON.stringify(common);
      const group = groups.get(key) ?? { common, cases: [] };
      groups.set(key, group);
      group.cases.push(one);
    }
    return [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, group]): CaseGroup => ({ view, by: group.common, cases: group.cases }));
  });
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
