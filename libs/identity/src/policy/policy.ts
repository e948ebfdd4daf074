import {
  type Action,
  type BoardSubject,
  type CaseAction,
  type CaseSubject,
  counterActions,
  type GeneralAction,
  generalActions,
} from './actions.js';
import { type Caller, type Grant, type Role, type StaffCaller, type SubmitterCaller } from './caller.js';

/** The answer of the policy. `hidden` is told as "not found", in the same words as for a case that does not exist. */
export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden' | 'hidden';

interface Rights {
  /** Reads the cases of its boards, and what is not secret of every other board. */
  readonly reads?: true;
  /** Where it acts on cases: on all of its boards', or only on those whose board is not decided yet. */
  readonly within?: 'boards' | 'triage';
  readonly does: readonly Action[];
  /** What it does with any case that is not secret, whichever board has it. */
  readonly doesAnywhere?: readonly CaseAction[];
}

const reading = ['list-cases', 'read-case', 'read-history'] as const;
const casework = [
  'acknowledge',
  'classify',
  'ask-clarification',
  'receive-clarification',
  'rate-answer',
  'request-review',
  'refer',
  'note',
  'mark-secrecy',
  'record-bounce',
] as const;
const moving = ['route', 'transfer', 'accept-transfer'] as const;
const deciding = ['assign', 'answer', 'plan-action', 'complete-action', 'lift-secrecy', 'give-delay-notice', 'close', 'reopen'] as const;

/** Who may do what. Every other file asks this table; none decides for itself. */
export const rightsOf: Readonly<Record<Role, Rights>> = {
  'customer-service': {
    reads: true,
    within: 'triage',
    does: [...reading, ...casework, ...counterActions, 'route', 'answer', 'close', 'register-submission', 'read-reports'],
    doesAnywhere: counterActions,
  },
  registrar: {
    reads: true,
    within: 'boards',
    does: [...reading, ...casework, ...moving, 'register-submission', 'correct-receipt-date', 'replace-access-code', 'read-reports'],
  },
  officer: {
    reads: true,
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'replace-access-code', 'read-reports'],
  },
  manager: {
    reads: true,
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'answer-review', 'replace-access-code', 'read-reports'],
  },
  // Head of administration: the last rung of an escalation, who can do what the managers below can.
  head: {
    reads: true,
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'answer-review', 'replace-access-code', 'read-reports'],
  },
  quality: { reads: true, within: 'boards', does: [...reading, 'read-reports'] },
  auditor: { reads: true, within: 'boards', does: [...reading, 'read-reports', 'read-health-details'] },
  administrator: { does: ['read-health-details', 'administer'] },
};

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

/** Whether this person may see that the case exists, and read it. Lists ask `readableCases` for the same in advance. */
export function mayRead(caller: StaffCaller, subject: CaseSubject): boolean {
  return caller.grants.some((grant) => rightsOf[grant.role].reads === true && (!subject.secrecy || opensSecrecy(grant, subject)));
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

function staffMayWithCase(caller: StaffCaller, action: CaseAction, subject: CaseSubject | undefined): Verdict {
  if (subject === undefined) return 'hidden';
  if (!mayRead(caller, subject)) return subject.secrecy ? 'hidden' : 'forbidden';
  return caller.grants.some((grant) => grantAllows(grant, action, subject)) ? 'allowed' : 'forbidden';
}

function grantAllows(grant: Grant, action: CaseAction, subject: CaseSubject): boolean {
  const rights = rightsOf[grant.role];
  if (!subject.secrecy && rights.doesAnywhere?.includes(action)) return true;
  if (!rights.does.includes(action)) return false;
  if (action === 'read-case' || action === 'read-history') return !subject.secrecy || opensSecrecy(grant, subject);
  if (action === 'accept-transfer') return subject.offeredTo !== undefined && actsAt(grant, subject.offeredTo, subject);
  return actsAt(grant, subject.boardCode, subject);
}

function actsAt(grant: Grant, boardCode: string, subject: CaseSubject): boolean {
  if (!(subject.secrecy ? names(grant, boardCode) : holds(grant, boardCode))) return false;
  return rightsOf[grant.role].within === 'boards' || subject.inTriage;
}

function opensSecrecy(grant: Grant, subject: CaseSubject): boolean {
  if (rightsOf[grant.role].within === 'triage') return subject.inTriage && names(grant, subject.boardCode);
  return names(grant, subject.boardCode) || (subject.offeredTo !== undefined && names(grant, subject.offeredTo));
}

const holds = (grant: Grant, boardCode: string) => grant.boards === 'all' || grant.boards.includes(boardCode);
const names = (grant: Grant, boardCode: string) => grant.boards !== 'all' && grant.boards.includes(boardCode);
const isGeneral = (action: Action): action is GeneralAction => generalActions.some((general) => general === action);
