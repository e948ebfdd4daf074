import { allow } from './policy.js';
import { caseActions, type CaseSubject, generalActions } from './actions.js';
import { type Caller, type Role, roles } from './caller.js';

const mine = 'TN';
const other = 'SON';
const subject = (boardCode: string, more: Partial<CaseSubject> = {}): CaseSubject => ({
  caseId: 'the-case',
  boardCode,
  secrecy: false,
  inTriage: false,
  ...more,
});

/** How a case can stand to a caller whose grants name the board TN. */
export const relations: Readonly<Record<string, CaseSubject | undefined>> = {
  own: subject(mine),
  'own, secret': subject(mine, { secrecy: true }),
  triage: subject(mine, { inTriage: true }),
  'triage, secret': subject(mine, { inTriage: true, secrecy: true }),
  other: subject(other),
  'other, secret': subject(other, { secrecy: true }),
  'other triage': subject(other, { inTriage: true }),
  offered: subject(other, { offeredTo: mine }),
  'offered, secret': subject(other, { offeredTo: mine, secrecy: true }),
  'no such case': undefined,
};

export const staff = (role: Role, boards: readonly string[] | 'all'): Caller => ({
  kind: 'staff',
  personId: 'p',
  name: 'N',
  grants: [{ role, boards }],
});

/** Everyone who can ask: without login, with the code of this case or another, and every role for one board and for all. */
export const callers: Readonly<Record<string, Caller>> = {
  anonymous: { kind: 'anonymous' },
  'submitter of it': { kind: 'submitter', caseId: 'the-case' },
  'another submitter': { kind: 'submitter', caseId: 'another-case' },
  'staff without a role': { kind: 'staff', personId: 'p', name: 'N', grants: [] },
  ...Object.fromEntries(roles.map((role) => [`${role} TN`, staff(role, [mine])])),
  ...Object.fromEntries(roles.map((role) => [`${role} all`, staff(role, 'all')])),
};

const sign = { allowed: '**yes**', forbidden: '403', hidden: '404', unauthenticated: '401' };

/** The whole policy as a document: one table for each caller, for people to review and for a test to hold. */
export function policyMatrix(): string {
  return [
    '# Who may do what\n\nGenerated from `rights.ts`; the test fails when it differs (`UPDATE_MATRIX=yes` writes it anew). Boards: the caller’s is TN.\n',
    ...Object.entries(callers).map(([name, caller]) => `## ${name}\n\n${general(caller)}\n\n${table(caller)}\n`),
  ].join('\n');
}

function general(caller: Caller): string {
  return generalActions.map((action) => `${action}: ${sign[allow(caller, action)]}`).join(', ');
}

function table(caller: Caller): string {
  const head = [`| | ${Object.keys(relations).join(' | ')} |`, `|---|${'---|'.repeat(Object.keys(relations).length)}`];
  const rows = caseActions.map((action) => {
    const cells = Object.values(relations).map((about) => sign[allow(caller, action, about)]);
    return `| ${action} | ${cells.join(' | ')} |`;
  });
  return [...head, ...rows].join('\n');
}
