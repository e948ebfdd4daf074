/**
 * ONE PROCESS AT WORK: log, views, reactions and mailer put together, for the server and for the console. Knows no HTTP.
 */
export { caseNameOf } from './case-name.js';
export { CannotStart } from './cannot-start.js';
export { troubleInWords } from './trouble-in-words.js';
export { subjectOf } from './case-subject.js';
export { eventSchemas } from './event-schemas.js';
export { holdData } from './hold-data.js';
export { viewFile, viewsFolder } from './view-files.js';
export { logFile, logPlace, openRecords, type Records } from './open-records.js';
export { lookAtRecords, type RecordsLookedAt } from './look-at-records.js';
export { RebuildStopped } from './make-views.js';
export { rebuildViews, UnknownView, type Rebuilt } from './rebuild-views.js';
export { staffOf } from './staff.js';
export { startNode, type StartedNode, type StartOptions } from './start-node.js';
export { SynpunkterNode } from './node.js';
export type { MailLink } from './mail-links.js';
export type { MailParts, NodeParts } from './node-parts.js';
export type { NodeHealth } from './node-health.js';
export { readOrganisationFolder } from './read-organisation-folder.js';
export type { Sender } from './desks.js';
