import { localDate, type LocalDate } from '#promises';
import { snapshot, type Database } from '#sqlite';
import { casesAskedFor, type AskedFor } from './cases-asked-for.js';
import type { FigureValue, Words } from './figure.js';
import { methodVersion } from './figures.js';
import { groupCases, type CaseGroup, type Common, type View } from './group-cases.js';
import { namesIn } from './names-of-groups.js';
import type { Counted } from './read-cases.js';
import type { ReportQuestion } from './report-question.js';

/** The figures of every group that a question asks for. */
export interface PromiseReport {
  readonly question: ReportQuestion;
  readonly method: number;
  /** The local day of `asOf`: what is open and what has been missed is as of this day. */
  readonly today: LocalDate;
  readonly groups: readonly ReportGroup[];
}

export interface ReportGroup {
  readonly view: View;
  readonly by: Common;
  readonly name: Words;
  readonly figures: readonly FigureValue[];
}

/**
 * Answers a question from the view of the promises. Any question may be asked, because it is answered only of cases that the reader may
 * read: nothing that is told of them needs to be hidden.
 * @throws QuestionRefused if the organisation never had what is asked for
 */
export const promiseReport = (db: Database, question: ReportQuestion, counted: Counted): PromiseReport =>
  snapshot(db, () => reportOf(question, casesAskedFor(db, question, counted)));

/** The same of what is read already. */
export function reportOf(question: ReportQuestion, { cases, organisation }: AskedFor): PromiseReport {
  const nameOf = namesIn(organisation, question.to);
  const told = (group: CaseGroup): ReportGroup => ({ view: group.view, by: group.by, name: nameOf(group), figures: group.tally.values() });
  return { question, method: methodVersion, today: localDate(question.asOf), groups: groupCases(cases, question).map(told) };
}
