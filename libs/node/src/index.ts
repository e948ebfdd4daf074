/**
 * ONE PROCESS AT WORK: log, views, reactions and mailer put together, for the server and for the console. Knows no HTTP.
 */
export { MailLinks } from './mail-links.js';
export { SynpunkterNode, type MailParts, type NodeHealth, type NodeParts } from './node.js';
export { BadOrganisation, readOrganisationFolder } from './read-organisation-folder.js';
export type { Sender } from './desks.js';
