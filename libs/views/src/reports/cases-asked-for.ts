import type { Organisation } from '#organisation';
import type { Database } from '#sqlite';
import { organisationAsOf } from '../promises/kept-organisation.js';
import { refuseUnknown } from './ask.js';
import { ofOrganisation, type CaseOfOrganisation } from './case-of-organisation.js';
import { readCases, type Counted } from './read-cases.js';
import type { ReportQuestion } from './report-question.js';

/** What a question is about, as it was known at its instant. */
export interface AskedFor {
  /** Read while they are counted, once. */
  readonly cases: Iterable<CaseOfOrganisation>;
  readonly organisation: Organisation;
}

/**
 * @param among only cases of these numbers
 * @throws QuestionRefused if the organisation never had what is asked for
 */
export function casesAskedFor(db: Database, question: ReportQuestion, counted: Counted, among?: readonly number[]): AskedFor {
  const organisation = organisationAsOf(db, question.asOf);
  refuseUnknown(question, organisation);
  const cases = ofOrganisation(readCases(db, question, counted, among), organisation);
  return { cases: ofAdministration(cases, question.only.administration), organisation };
}

/** It is not in the rows: the organisation says which administration works for a board. */
function* ofAdministration(cases: Iterable<CaseOfOrganisation>, administration: string | undefined): Generator<CaseOfOrganisation> {
  for (const one of cases) if (administration === undefined || one.administration === administration) yield one;
}
