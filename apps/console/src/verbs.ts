import * as backup from './backup.js';
import * as clockConfirm from './clock-confirm.js';
import * as demo from './demo.js';
import * as grant from './grant.js';
import * as mailHold from './mail-hold.js';
import * as mailRelease from './mail-release.js';
import * as mailWaiting from './mail-waiting.js';
import * as moveLog from './move-log.js';
import * as organisationImport from './organisation-import.js';
import * as promisesDue from './promises-due.js';
import * as promisesRehearse from './promises-rehearse.js';
import * as rebuild from './rebuild.js';
import * as replay from './replay.js';
import * as report from './report.js';
import * as reportTables from './report-tables.js';
import * as reportVerify from './report-verify.js';
import * as restore from './restore.js';
import * as revoke from './revoke.js';
import * as routingEvaluate from './routing-evaluate.js';
import * as token from './token.js';
import * as verify from './verify.js';
import type { Verb } from './verb.js';

/** Every verb of the console. A new one is a file of its own and a line here; of two that begin alike the longer comes first. */
export const verbs: readonly Verb[] = [
  backup,
  clockConfirm,
  demo,
  grant,
  mailHold,
  mailRelease,
  mailWaiting,
  moveLog,
  organisationImport,
  promisesDue,
  promisesRehearse,
  rebuild,
  replay,
  reportTables,
  reportVerify,
  report,
  restore,
  revoke,
  routingEvaluate,
  token,
  verify,
];
