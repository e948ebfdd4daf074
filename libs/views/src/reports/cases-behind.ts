import type { Reach } from '#cases';
import { prepared, snapshot, type Database } from '#sqlite';
import { extentOf } from '../inbox/list-cases.js';
import { QuestionRefused } from './ask.js';
import type { CaseOfOrganisation } from './case-of-organisation.js';
import { casesAskedFor } from './cases-asked-for.js';
import type { Figure } from './figure.js';
import { figures } from './figures.js';
import { isWithCustomerService, type CaseGroup } from './group-cases.js';
import { hideSmallGroups } from './hide-small-groups.js';
import type { ReportQuestion } from './report-question.js';

/** Which cases are wanted: those that a figure counts, of all that the question is about or of customer service's. */
export interface CasesWanted {
  readonly figure: string;
  readonly view: 'region' | 'customer-service';
  /** Go on after this case. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A case behind a figure, and what it adds to it. */
export interface CaseBehind {
  readonly caseId: string;
  readonly reference: string;
  readonly board: string;
  readonly receivedDate: string;
  /** `value` of `of`, as 1 of 1; the days or the date where a figure has no parts. */
  readonly value: number | string;
  readonly of: number | undefined;
}

export interface CasesBehind {
  readonly cases: readonly CaseBehind[];
  /** How many the reader may read in all. */
  readonly readable: number;
  /** How many there are that the reader may not; undefined where so few that the number would tell of them. */
  readonly more: number | undefined;
  /** The case after which the next page goes on, if there is one. */
  readonly next: string | undefined;
}

/**
 * The cases that a figure was made of, as far as a reader may read them now: the wall stands here, not around the figure.
 * @throws QuestionRefused if there is no such figure, or the organisation never had what is asked for
 */
export const casesBehind = (db: Database, question: ReportQuestion, reach: Reach, wanted: CasesWanted): CasesBehind =>
  snapshot(db, () => {
    const figure = figureNamed(wanted.figure);
    const all = casesAskedFor(db, question).cases;
    const group: CaseGroup = { view: wanted.view, by: {}, cases: wanted.view === 'region' ? all : all.filter(isWithCustomerService) };
    const counted = group.cases.flatMap((one) => weigh(figure, one));
    const readable = counted.map((one) => ({ ...one, ...caseNow(db, one.number) })).filter((one) => extentOf(reach, one) === 'whole');
    const page = readable
      .filter(({ caseId }) => caseId > (wanted.after ?? ''))
      .sort((one, other) => (one.caseId < other.caseId ? -1 : 1))
      .slice(0, wanted.limit + 1);
    return {
      cases: page.slice(0, wanted.limit).map(shown),
      readable: readable.length,
      more: hideSmallGroups([group]).has(group) ? undefined : counted.length - readable.length,
      next: page.length > wanted.limit ? page.at(-2)?.caseId : undefined,
    };
  });

function figureNamed(name: string): Figure {
  const found = figures.find((figure) => figure.name === name);
  if (!found) throw new QuestionRefused('figure', 'unknown');
  return found;
}

interface Weighed {
  readonly number: number;
  readonly receivedDate: string;
  readonly value: number | string;
  readonly of: number | undefined;
}

/** Of what is counted only those who add to it; of a share also those who do not. */
function weigh(figure: Figure, one: CaseOfOrganisation): Weighed[] {
  const weight = figure.weigh(one);
  if (weight === undefined) return [];
  const { number, receivedDate } = one;
  if (typeof weight !== 'object') return [{ number, receivedDate, value: weight, of: undefined }];
  return figure.unit === 'count' && weight.value === 0 ? [] : [{ number, receivedDate, ...weight }];
}

/** What is known of a case now: who may read it, and what it is called. */
interface CaseNow {
  readonly caseId: string;
  readonly board: string;
  readonly secret: number;
  readonly triage: number;
  readonly offered: string;
  readonly reference: string;
}

const caseNow = (db: Database, number: number): CaseNow =>
  prepared<[number], CaseNow>(
    db,
    'SELECT case_id AS caseId, board, secret, triage, offered, reference FROM known_cases WHERE number = ?',
  ).get(number) as CaseNow;

const shown = ({ caseId, reference, board, receivedDate, value, of }: Weighed & CaseNow): CaseBehind => ({
  caseId,
  reference,
  board,
  receivedDate,
  value,
  of,
});
