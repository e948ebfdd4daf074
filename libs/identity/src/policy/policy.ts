import { extentIn } from '#cases';
import {
  type Action,
  type BoardSubject,
  type CaseAction,
  type CaseSubject,
  counterActions,
  type GeneralAction,
  generalActions,
} from './actions.js';
import { type Caller, type Grant, type StaffCaller, type SubmitterCaller } from './caller.js';
import { reachOf } from './reach.js';
import { rightsOf } from './rights.js';

/** The answer of the policy. `hidden` is told as "not found", in the same words as for a case that does not exist. */
export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden' | 'hidden';

/** What needs no login, and what a receipt code opens. */
const open: readonly Action[] = ['submit'];
const byReceiptCode: readonly Action[] = ['follow-own', ...counterActions];

/**
 * The one decision on who may do what. Deny by default. A case action is always asked about a case: `undefined` says that
 * there is no such case, so that a hidden case and a missing one cannot be told apart.
 */
export function allow(caller: Caller, action: GeneralAction, subject?: BoardSubject): Verdict;
export function allow(caller: Caller, action: CaseAction, subject: CaseSubject | undefined): Verdict;
export function allow(caller: Caller, action: Action, subject?: BoardSubject | CaseSubject): Verdict {
  if (open.includes(action)) return 'allowed';
  if (caller.kind === 'submitter') return submitterMay(caller, action, subject);
  if (caller.kind === 'anonymous') return 'unauthenticated';
  return isGeneral(action) ? staffMay(caller, action, subject) : staffMayWithCase(caller, action, subject as CaseSubject | undefined);
}

function submitterMay(caller: SubmitterCaller, action: Action, subject: BoardSubject | CaseSubject | undefined): Verdict {
  // A receipt code is no staff login: whatever the case, it is as if nobody had logged in.
  if (!byReceiptCode.includes(action)) return 'unauthenticated';
  return subject !== undefined && 'caseId' in subject && subject.caseId === caller.caseId ? 'allowed' : 'hidden';
}

function staffMay(caller: StaffCaller, action: GeneralAction, subject: BoardSubject | undefined): Verdict {
  const may = caller.grants.some(
    (grant) => rightsOf[grant.role].does.includes(action) && (subject === undefined || holds(grant, subject.boardCode)),
  );
  return may ? 'allowed' : 'forbidden';
}

/** What the caller sees nothing of is told like what does not exist. */
function staffMayWithCase(caller: StaffCaller, action: CaseAction, subject: CaseSubject | undefined): Verdict {
  const extent = subject === undefined ? 'nothing' : extentIn(reachOf(caller), subject);
  if (subject === undefined || extent === 'nothing') return 'hidden';
  if (action === 'see-case') return 'allowed';
  if (extent === 'outline') return 'forbidden';
  if (action === 'read-case' || action === 'read-history') return 'allowed';
  return caller.grants.some((grant) => grantAllows(grant, action, subject)) ? 'allowed' : 'forbidden';
}

function grantAllows(grant: Grant, action: CaseAction, subject: CaseSubject): boolean {
  const rights = rightsOf[grant.role];
  if (!subject.secrecy && !subject.inTriage && rights.doesAnywhere?.includes(action)) return true;
  if (!rights.does.includes(action)) return false;
  if (subject.inTriage && !rights.does.includes('route')) return false;
  if (action === 'accept-transfer') return subject.offeredTo !== undefined && actsAt(grant, subject.offeredTo, subject);
  return actsAt(grant, subject.boardCode, subject);
}

function actsAt(grant: Grant, boardCode: string, subject: CaseSubject): boolean {
  if (!(subject.secrecy ? names(grant, boardCode) : holds(grant, boardCode))) return false;
  return rightsOf[grant.role].within === 'boards' || subject.inTriage;
}

const holds = (grant: Grant, boardCode: string) => grant.boards === 'all' || grant.boards.includes(boardCode);
const names = (grant: Grant, boardCode: string) => grant.boards !== 'all' && grant.boards.includes(boardCode);
const isGeneral = (action: Action): action is GeneralAction => generalActions.some((general) => general === action);
