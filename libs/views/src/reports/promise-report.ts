import { readCheckpoint } from '#processors';
import type { LocalDate } from '#promises';
import { snapshot, type Database } from '#sqlite';
import { casesAskedFor, type AskedFor } from './cases-asked-for.js';
import { valueOf, type FigureValue, type Words } from './figure.js';
import { figures, methodVersion } from './figures.js';
import { groupCases, type CaseGroup, type Common, type View } from './group-cases.js';
import { hideSmallGroups } from './hide-small-groups.js';
import { namesIn } from './names-of-groups.js';
import type { ReportQuestion } from './report-question.js';

/** The figures of every group that a question asks for. */
export interface PromiseReport {
  readonly question: ReportQuestion;
  readonly method: number;
  /** The local day of `asOf`: what is open and what has been missed is as of this day. */
  readonly today: LocalDate;
  /** The last event that it was made of; undefined if there was none. */
  readonly lastEvent: string | undefined;
  readonly groups: readonly ReportGroup[];
}

export interface ReportGroup {
  readonly view: View;
  readonly by: Common;
  readonly name: Words;
  /** Undefined where the group is small and holds something secret, or would give away one that does. */
  readonly figures: readonly FigureValue[] | undefined;
}

/**
 * Answers a question from the view of the promises.
 * @throws QuestionRefused if the organisation never had what is asked for
 */
export const promiseReport = (db: Database, question: ReportQuestion): PromiseReport =>
  snapshot(db, () => reportOf(db, question, casesAskedFor(db, question)));

/** The same of what has been read already. */
export function reportOf(db: Database, question: ReportQuestion, { cases, organisation, today }: AskedFor): PromiseReport {
  const groups = groupCases(cases, question);
  const hidden = hideSmallGroups(groups);
  const nameOf = namesIn(organisation, question.to);
  const told = (group: CaseGroup): ReportGroup => ({
    view: group.view,
    by: group.by,
    name: nameOf(group),
    figures: hidden.has(group) ? undefined : figures.map((figure) => valueOf(figure, group.cases)),
  });
  return { question, method: methodVersion, today, lastEvent: readCheckpoint(db)?.eventId, groups: groups.map(told) };
}
