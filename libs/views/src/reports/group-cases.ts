import { QuestionRefused } from './ask.js';
import type { CaseOfOrganisation } from './case-of-organisation.js';
import { periodOf } from './period-of.js';
import type { Dimension, PeriodLength, ReportQuestion } from './report-question.js';
import { Tally, weightsOf } from './tally.js';

/**
 * Who follows up, as the service policy says it: the executive board and the quality unit for the whole region, customer service, each
 * board and each administration; or `chosen`, where the question says by what to group.
 */
export type View = 'region' | 'customer-service' | 'board' | 'administration' | 'chosen';

/** What the cases of a group have in common; null where none of them has it. */
export type Common = Readonly<Partial<Record<Dimension | 'period', string | null>>>;

/** What the cases of a group add up to. */
export interface CaseGroup {
  readonly view: View;
  readonly by: Common;
  readonly tally: Tally;
}

/** More than every board, kind and channel in every month, and few enough to be held at once. */
const mostGroups = 20_000;

/**
 * Every group that a question asks for and that has cases, in the order of its views and then of what they have in common. The cases are
 * read once, and none is kept.
 * @throws QuestionRefused if there are too many groups
 */
export function groupCases(cases: Iterable<CaseOfOrganisation>, { groupBy, period }: ReportQuestion): readonly CaseGroup[] {
  const groupings: readonly Grouping[] = groupBy.length > 0 ? [{ view: 'chosen', by: groupBy, holds: () => true }] : fourViews;
  const views = groupings.map((grouping) => ({ ...grouping, groups: new Map<string, Tally>() }));
  for (const one of cases) {
    const weights = weightsOf(one);
    for (const { by, holds, groups } of views) if (holds(one)) tallyAt(groups, keyOf(one, by, period)).add(weights);
  }
  return views.flatMap(({ view, by, groups }) =>
    [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, tally]): CaseGroup => ({ view, by: commonIn(key, by, period), tally })),
  );
}

function tallyAt(groups: Map<string, Tally>, key: string): Tally {
  const known = groups.get(key);
  if (known) return known;
  if (groups.size === mostGroups) throw new QuestionRefused('groupBy', 'too-many-groups');
  const tally = new Tally();
  groups.set(key, tally);
  return tally;
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
