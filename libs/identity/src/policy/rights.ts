import { type Action, type CaseAction, counterActions } from './actions.js';
import { type Role } from './caller.js';

interface Rights {
  /** What it sees of routed cases that are not secret and of none of its boards. Who sees nothing of them reads no cases at all. */
  readonly others?: 'whole' | 'outline';
  /** Where it acts on cases: on all of its boards', or only on those whose board is not decided yet. */
  readonly within?: 'boards' | 'triage';
  readonly does: readonly Action[];
  /** What it does with any routed case that is not secret, whichever board has it. */
  readonly doesAnywhere?: readonly CaseAction[];
}

const reading = ['list-cases', 'see-case', 'read-case', 'read-history'] as const;
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
  'rule-out-secrecy',
  'record-bounce',
] as const;
const moving = ['transfer', 'accept-transfer', 'recall-transfer'] as const;
const deciding = ['assign', 'answer', 'plan-action', 'complete-action', 'lift-secrecy', 'give-delay-notice', 'close', 'reopen'] as const;

/** Who may do what. Every other file asks this table; none decides for itself. What is in triage is read only by who may `route`. */
export const rightsOf: Readonly<Record<Role, Rights>> = {
  'customer-service': {
    others: 'whole',
    within: 'triage',
    does: [...reading, ...casework, ...counterActions, 'route', 'answer', 'close', 'register-submission', 'read-reports'],
    doesAnywhere: counterActions,
  },
  registrar: {
    others: 'outline',
    within: 'boards',
    does: [
      ...reading,
      ...casework,
      ...moving,
      'route',
      'register-submission',
      'correct-receipt-date',
      'replace-access-code',
      'read-reports',
    ],
  },
  officer: {
    others: 'outline',
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'replace-access-code', 'read-reports'],
  },
  manager: {
    others: 'outline',
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'answer-review', 'replace-access-code', 'read-reports'],
  },
  // Head of administration: the last rung of an escalation, who can do what the managers below can.
  head: {
    others: 'outline',
    within: 'boards',
    does: [...reading, ...casework, ...moving, ...deciding, 'answer-review', 'replace-access-code', 'read-reports'],
  },
  quality: { others: 'whole', within: 'boards', does: [...reading, 'read-reports'] },
  auditor: { others: 'whole', within: 'boards', does: [...reading, 'read-reports', 'read-health-details'] },
  administrator: { does: ['read-health-details', 'administer'] },
};
