/**
 * READING: what is shown of the log, as tables that can be deleted at any time and as replays of one case. Changes nothing.
 */
export { publicCase, type PublicCase, type PublicEntry, type PublicStatus } from './case/public-case.js';
export { replayCase, type CaseHistory, type Step, type Until } from './case/replay-case.js';
export { caseByAccessCode, caseByName, caseIndex } from './case-index/case-index.view.js';
export { caseInLog } from './case-index/case-in-log.js';
export { promises } from './promises/promises.view.js';
export { inbox } from './inbox/inbox.view.js';
export { listCases, type InboxFilter, type InboxPage, type InboxRow, type Place, type Reach } from './inbox/list-cases.js';
