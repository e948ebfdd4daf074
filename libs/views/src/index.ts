/**
 * READING: what is shown of the log, as tables that can be deleted at any time and as replays of one case. Changes nothing.
 */
export { publicCase, type PublicCase, type PublicEntry, type PublicStatus } from './case/public-case.js';
export { replayCase, type CaseHistory, type Step, type Until } from './case/replay-case.js';
export { caseByAccessCode, caseByName, caseIndex } from './case-index/case-index.view.js';
export { caseInLog } from './case-index/case-in-log.js';
export { promisedAnswers, type PromisedAnswer } from './promises/promised-answers.js';
export { promises } from './promises/promises.view.js';
export { inbox } from './inbox/inbox.view.js';
export {
  hasCases,
  listCases,
  listedStatuses,
  openCases,
  openCasesWith,
  type InboxFilter,
  type InboxPage,
  type InboxRow,
  type ListedStatus,
  type Place,
} from './inbox/list-cases.js';
export { type OfficerChoice } from './inbox/officers-in-lane.js';
export { ask, QuestionRefused, type Asked } from './reports/ask.js';
export { casesBehind, type CaseBehind, type CasesBehind, type CasesWanted } from './reports/cases-behind.js';
export { figures, methodVersion } from './reports/figures.js';
export { percentOf, type Figure, type FigureValue, type Words } from './reports/figure.js';
export { freezeReport, frozenStream, isCoveredBy, thaw, type Freezing, type FrozenReport } from './reports/frozen-report.js';
export { reportUpcasters } from './reports/upcasters.js';
export { freezeTables, thawTables, type FrozenTables } from './reports/tables/frozen-tables.js';
export { askTables, promiseTables, type PromiseTables } from './reports/tables/promise-tables.js';
export { releasesOf } from './reports/tables/release.js';
export { yearTables, type TableGroup, type Told } from './reports/tables/year-tables.js';
export { type CaseOfOrganisation } from './reports/case-of-organisation.js';
export { csv, csvReaders, type CsvReader } from './reports/csv.js';
export { ReportAbandoned, ReportsBusy, ReportThread, type Asker, type ReportAnswers, type ReportWishes } from './reports/report-thread.js';
export { reportRows, tableRows } from './reports/report-rows.js';
export { promiseReport, type PromiseReport, type ReportGroup } from './reports/promise-report.js';
export { dimensions, periodLengths, type ReportQuestion } from './reports/report-question.js';
