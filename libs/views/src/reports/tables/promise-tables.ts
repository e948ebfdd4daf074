import { firstDayOfAll, isCalendarDay, type LocalDate } from '#promises';
import { snapshot, type Database } from '#sqlite';
import { organisationAsOf } from '../../promises/kept-organisation.js';
import { QuestionRefused } from '../ask.js';
import { noting } from '../case-list.js';
import { ofOrganisation } from '../case-of-organisation.js';
import type { Words } from '../figure.js';
import { methodVersion } from '../figures.js';
import { namesIn } from '../names-of-groups.js';
import { readCases } from '../read-cases.js';
import { endOf, lastOfMonth, releasesOf, type Release } from './release.js';
import { yearTables, type TableGroup } from './year-tables.js';

/** Which tables are asked for: those of a year that had been told by the end of a month. */
export interface TablesQuestion {
  readonly year: number;
  /** The last day of a month that has ended. */
  readonly asOf: LocalDate;
}

export interface PromiseTables {
  readonly question: TablesQuestion;
  readonly method: number;
  /** The tertials that had been told. */
  readonly releases: readonly Release[];
  readonly groups: readonly (TableGroup & { readonly name: Words })[];
}

/** Nothing was received before this year. */
const firstYear = Number(firstDayOfAll.slice(0, 4));

/**
 * What is asked, complete; what is not said is the year told last, as of the month that ended last.
 * @param today the local day
 * @throws QuestionRefused if it makes no sense
 */
export function askTables({ year, asOf }: { year?: number | undefined; asOf?: string | undefined }, today: LocalDate): TablesQuestion {
  const thisYear = Number(today.slice(0, 4));
  const by = asOf === undefined ? lastOfMonth(thisYear, Number(today.slice(5, 7)) - 1) : endedMonth(asOf, today);
  const toldLast = Number(by.slice(0, 4)) - (by.slice(5) < '05-31' ? 1 : 0);
  const asked = year ?? toldLast;
  if (!Number.isInteger(asked) || asked < firstYear || asked > thisYear) throw new QuestionRefused('year', 'out-of-range');
  if (asOf !== undefined && Number(by.slice(0, 4)) < asked) throw new QuestionRefused('asOf', 'before-the-year');
  return { year: asked, asOf: by };
}

/** The last day of a month that has ended, as it was asked for. */
function endedMonth(asOf: string, today: LocalDate): LocalDate {
  if (!isCalendarDay(asOf) || asOf !== lastOfMonth(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))))
    throw new QuestionRefused('asOf', 'not-the-end-of-a-month');
  if (asOf >= today) throw new QuestionRefused('asOf', 'in-the-future');
  if (asOf < firstDayOfAll) throw new QuestionRefused('asOf', 'outside-the-calendar');
  return asOf;
}

/** Answers from the view of the promises, to everybody alike. */
export const promiseTables = (db: Database, question: TablesQuestion): PromiseTables => snapshot(db, () => tablesOf(db, question, []));

/** The same within a snapshot. @param numbers of the cases that it is about are added here */
export function tablesOf(db: Database, question: TablesQuestion, numbers: number[]): PromiseTables {
  const releases = releasesOf(question.year, question.asOf);
  const told = releases.map((release) => {
    const { from, to, knownOn } = release;
    const asOf = endOf(knownOn);
    const organisation = organisationAsOf(db, asOf);
    const cases = readCases(db, { from, to, asOf, only: {}, groupBy: [], period: undefined }, 'everything');
    return { release, organisation, cases: noting(ofOrganisation(cases, organisation), numbers) };
  });
  const organisation = told.at(-1)?.organisation;
  const nameOf = organisation && namesIn(organisation, `${question.year}-12-31`);
  const groups = yearTables(question.year, told).map((group) => ({ ...group, name: nameOf?.(group) ?? { sv: '', en: '' } }));
  return { question, method: methodVersion, releases, groups };
}
