import type { Organisation } from '#organisation';
import { localDate, type LocalDate } from '#promises';
import type { Database } from '#sqlite';
import { organisationAsOf } from '../promises/kept-organisation.js';
import { refuseUnknown } from './ask.js';
import { ofOrganisation, type CaseOfOrganisation } from './case-of-organisation.js';
import { readCases } from './read-cases.js';
import type { ReportQuestion } from './report-question.js';

/** All that a question is about, as it was known at its instant. */
export interface AskedFor {
  readonly cases: readonly CaseOfOrganisation[];
  readonly organisation: Organisation;
  /** The local day of the instant: what is open and what has been missed is as of this day. */
  readonly today: LocalDate;
}

/** @throws QuestionRefused if the organisation never had what is asked for */
export function casesAskedFor(db: Database, question: ReportQuestion): AskedFor {
  const today = localDate(question.asOf);
  const organisation = organisationAsOf(db, question.asOf);
  refuseUnknown(question, organisation);
  const cases = ofOrganisation(readCases(db, question, today), organisation);
  const { administration } = question.only;
  return {
    // It is not in the rows: the organisation says which administration works for a board.
    cases: administration === undefined ? cases : cases.filter((one) => one.administration === administration),
    organisation,
    today,
  };
}
