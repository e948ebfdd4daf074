import type { Walled } from '#cases';

/** What a submitter may do with the own case by its receipt code, and customer service on a submitter's behalf. */
export const counterActions = ['receive-clarification', 'rate-answer', 'request-review', 'reopen', 'replace-access-code'] as const;

/** Everything else that is read from or done to one case. `see-case` is to know that it exists, with its number, day, board, kind and status. */
export const caseworkActions = [
  'see-case',
  'read-case',
  'read-history',
  'acknowledge',
  'route',
  'transfer',
  'accept-transfer',
  'recall-transfer',
  'assign',
  'classify',
  'ask-clarification',
  'answer',
  'plan-action',
  'complete-action',
  'refer',
  'note',
  'mark-secrecy',
  'lift-secrecy',
  'rule-out-secrecy',
  'close',
  'correct-receipt-date',
  'give-delay-notice',
  'record-bounce',
  'answer-review',
] as const;

/** What is asked about one case. `follow-own` is the submitter's page. */
export const caseActions = ['follow-own', ...counterActions, ...caseworkActions] as const;
export type CaseAction = (typeof caseActions)[number];

/** What is asked without a case. `register-submission` is on someone's behalf. `read-reports` yields figures, never rows. */
export const generalActions = ['submit', 'list-cases', 'register-submission', 'read-reports', 'read-health-details', 'administer'] as const;
export type GeneralAction = (typeof generalActions)[number];

/** Everything that the API and the pages do. What is not here cannot be asked for. */
export type Action = GeneralAction | CaseAction;

/** What the policy needs to know of a case. */
export interface CaseSubject extends Walled {
  readonly caseId: string;
}

/** The board that a submission is registered for or a report is about. */
export interface BoardSubject {
  readonly boardCode: string;
}

/** Whether an action is asked about one case. */
export const isCaseAction = (action: Action): action is CaseAction => caseActions.some((one) => one === action);
