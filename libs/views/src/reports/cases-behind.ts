import type { Reach } from '#cases';
import { prepared, snapshot, type Database } from '#sqlite';
import { extentOf } from '../inbox/list-cases.js';
import { QuestionRefused } from './ask.js';
import type { CaseOfOrganisation } from './case-of-organisation.js';
import { casesAskedFor } from './cases-asked-for.js';
import type { Figure } from './figure.js';
import { figures } from './figures.js';
import { isWithCustomerService } from './group-cases.js';
import { placesAfter, type PlaceInReport } from './read-cases.js';
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
  /** In the order of receipt. */
  readonly cases: readonly CaseBehind[];
  /** The case after which the next page goes on, if there is one. */
  readonly next: string | undefined;
}

/** So many are read at a time until a page is full. */
const chunk = 500;

/**
 * A page of the cases that a figure was made of, as far as a reader may read them now; nothing is told of any others. Costs what the page
 * takes to fill, not what the figure took to count.
 * @throws QuestionRefused if there is no such figure or case, or the organisation never had what is asked for
 */
export const casesBehind = (db: Database, question: ReportQuestion, reach: Reach, wanted: CasesWanted): CasesBehind =>
  snapshot(db, () => {
    const figure = figureNamed(wanted.figure);
    const found: Weighed[] = [];
    let place = wanted.after === undefined ? beforeAll : placeOf(db, question, reach, wanted.after);
    while (found.length <= wanted.limit) {
      const places = placesAfter(db, question, place, chunk);
      const numbers = places.map(({ number }) => number);
      found.push(...weighedOf(casesAskedFor(db, question, reach, numbers).cases, figure, wanted.view).sort(byPlace));
      const last = places.at(-1);
      if (last === undefined || places.length < chunk) break;
      place = last;
    }
    const cases = found.slice(0, wanted.limit).map((one) => shown(db, one));
    return { cases, next: found.length > wanted.limit ? cases.at(-1)?.caseId : undefined };
  });

const beforeAll: PlaceInReport = { receivedDate: '', number: 0 };

const byPlace = (one: PlaceInReport, other: PlaceInReport): number =>
  one.receivedDate === other.receivedDate ? one.number - other.number : one.receivedDate < other.receivedDate ? -1 : 1;

/** Of a case that the reader may not read as little is told as of one that there is not: not even where it stands. */
function placeOf(db: Database, { asOf }: ReportQuestion, reach: Reach, caseId: string): PlaceInReport {
  const sql = `
    SELECT c.received_date AS receivedDate, number, k.board, k.secret, k.triage, k.offered
    FROM known_cases k JOIN case_versions c USING (number)
    WHERE case_id = :caseId AND known_from <= :asOf AND :asOf < known_until`;
  const found = prepared<[object], PlaceInReport & Parameters<typeof extentOf>[1]>(db, sql).get({ caseId, asOf });
  if (found === undefined || extentOf(reach, found) !== 'whole') throw new QuestionRefused('after', 'unknown');
  return found;
}

function figureNamed(name: string): Figure {
  const found = figures.find((figure) => figure.name === name);
  if (!found) throw new QuestionRefused('figure', 'unknown');
  return found;
}

interface Weighed extends PlaceInReport {
  readonly value: number | string;
  readonly of: number | undefined;
}

const weighedOf = (cases: Iterable<CaseOfOrganisation>, figure: Figure, view: CasesWanted['view']): Weighed[] =>
  [...cases].filter((one) => view === 'region' || isWithCustomerService(one)).flatMap((one) => weigh(figure, one));

/** Of what is counted only those who add to it; of a share also those who do not. */
function weigh(figure: Figure, one: CaseOfOrganisation): Weighed[] {
  const weight = figure.weigh(one);
  if (weight === undefined) return [];
  const { number, receivedDate } = one;
  if (typeof weight !== 'object') return [{ number, receivedDate, value: weight, of: undefined }];
  return figure.unit === 'count' && weight.value === 0 ? [] : [{ number, receivedDate, ...weight }];
}

/** With what the case is called now, and the board that has it. */
function shown(db: Database, { number, receivedDate, value, of }: Weighed): CaseBehind {
  const sql = 'SELECT case_id AS caseId, board, reference FROM known_cases WHERE number = ?';
  const now = prepared<[number], Pick<CaseBehind, 'caseId' | 'board' | 'reference'>>(db, sql).get(number);
  if (!now) throw new Error('a case that has versions is not known');
  return { ...now, receivedDate, value, of };
}
