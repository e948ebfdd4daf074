import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { extentIn } from '#cases';
import { caseActions, type CaseSubject, caseworkActions, generalActions } from './actions.js';
import { boardsFor } from './boards-for.js';
import { type Caller, type Role, roles, type StaffCaller } from './caller.js';
import { followBoards } from './follow-boards.js';
import { callers, policyMatrix, relations, staff } from './policy-matrix.js';
import { allow } from './policy.js';
import { reachOf } from './reach.js';
import { rightsOf } from './rights.js';

const matrix = 'libs/identity/src/policy/policy-matrix.md';
const boards = ['RS', 'TN', 'SON'];
const board = fc.constantFrom(...boards);
const someBoards = fc.oneof(fc.constant('all' as const), fc.subarray(boards));
const anyGrant = fc.record({ role: fc.constantFrom(...roles), boards: someBoards });
const anyStaff: fc.Arbitrary<StaffCaller> = fc.record({
  kind: fc.constant('staff' as const),
  personId: fc.constant('p'),
  name: fc.constant('N'),
  grants: fc.array(anyGrant, { maxLength: 3 }),
});
const anyCase: fc.Arbitrary<CaseSubject> = fc.record(
  {
    caseId: fc.constantFrom('the-case', 'another-case'),
    boardCode: board,
    secrecy: fc.boolean(),
    inTriage: fc.boolean(),
    offeredTo: board,
  },
  { requiredKeys: ['caseId', 'boardCode', 'secrecy', 'inTriage'] },
);
const writing = caseActions.filter((action) => !['see-case', 'read-case', 'read-history'].includes(action));

describe('the policy', () => {
  it('is what people reviewed', () => {
    if (process.env['UPDATE_MATRIX'] === 'yes') writeFileSync(matrix, policyMatrix());
    expect(policyMatrix()).toBe(readFileSync(matrix, 'utf8'));
  });

  it.each(Object.keys(callers).filter((name) => name !== 'submitter of it'))(
    'lets %s learn nothing of another board’s secret case',
    (name) => {
      const caller = callers[name]!;
      const missing = caseActions.map((action) => allow(caller, action, undefined));
      expect(caseActions.map((action) => allow(caller, action, relations['other, secret']))).toEqual(missing);
      expect(missing).not.toContain('allowed');
    },
  );

  it.each(['anonymous', 'another submitter', 'staff without a role'])('allows %s nothing but to submit', (name) => {
    const caller = callers[name]!;
    const allowed = [
      ...generalActions.filter((action) => allow(caller, action) === 'allowed'),
      ...caseActions.filter((action) => Object.values(relations).some((about) => allow(caller, action, about) === 'allowed')),
    ];
    expect(allowed).toEqual(['submit']);
  });

  it('opens to a receipt code the page of that case and what stands on it, whatever the case', () => {
    const submitter: Caller = { kind: 'submitter', caseId: 'the-case' };
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...caseworkActions), (about, action) => {
        expect(allow(submitter, action, about)).toBe('unauthenticated');
        expect(allow(submitter, 'follow-own', about)).toBe(about.caseId === 'the-case' ? 'allowed' : 'hidden');
      }),
    );
  });

  it.each<Role>(['quality', 'auditor', 'administrator'])('lets the %s change nothing in any case', (role) => {
    fc.assert(
      fc.property(anyCase, someBoards, fc.constantFrom(...writing), (about, where, action) => {
        expect(allow(staff(role, where), action, about)).not.toBe('allowed');
      }),
    );
  });

  it('never lets anyone act on what they may not read', () => {
    fc.assert(
      fc.property(anyStaff, anyCase, fc.constantFrom(...caseActions), (caller, about, action) => {
        fc.pre(action !== 'see-case' && allow(caller, action, about) === 'allowed');
        expect(allow(caller, 'read-case', about)).toBe('allowed');
        expect(allow(caller, 'see-case', about)).toBe('allowed');
      }),
    );
  });

  it('opens a secret case only to a grant that names its board or the board it is offered to', () => {
    fc.assert(
      fc.property(anyStaff, anyCase, fc.constantFrom(...caseActions), (caller, about, action) => {
        const named = caller.grants.flatMap((grant) => (grant.boards === 'all' ? [] : grant.boards));
        const reached = named.includes(about.boardCode) || (about.offeredTo !== undefined && named.includes(about.offeredTo));
        fc.pre(about.secrecy && !reached);
        expect(allow(caller, action, about)).toBe('hidden');
      }),
    );
  });

  it('gives lists the same answer in advance as it gives for each case', () => {
    fc.assert(
      fc.property(anyStaff, anyCase, (caller, about) => {
        const may = (action: 'see-case' | 'read-case') => allow(caller, action, about) === 'allowed';
        const told = may('read-case') ? 'whole' : may('see-case') ? 'outline' : 'nothing';
        expect(extentIn(reachOf(caller), about)).toBe(told);
      }),
      { numRuns: 2000 },
    );
  });

  it('opens what is in triage only to who may route it', () => {
    fc.assert(
      fc.property(anyStaff, anyCase, fc.constantFrom(...caseActions), (caller, about, action) => {
        fc.pre(about.inTriage && allow(caller, 'route', about) !== 'allowed');
        expect(allow(caller, action, about)).toBe('hidden');
      }),
    );
  });

  it('shows of another board’s open case only that it is there, but to customer service, the quality unit and the auditor', () => {
    for (const role of roles) {
      const read = allow(staff(role, ['TN']), 'read-case', relations['other']);
      const whole = ['customer-service', 'quality', 'auditor'].includes(role);
      expect([role, read]).toEqual([role, whole ? 'allowed' : role === 'administrator' ? 'hidden' : 'forbidden']);
      expect([role, allow(staff(role, ['TN']), 'see-case', relations['other'])]).toEqual([
        role,
        role === 'administrator' ? 'hidden' : 'allowed',
      ]);
    }
  });

  it('adds grants up and takes nothing away', () => {
    fc.assert(
      fc.property(anyStaff, anyGrant, anyCase, fc.constantFrom(...caseActions), (caller, grant, about, action) => {
        fc.pre(allow(caller, action, about) === 'allowed');
        expect(allow({ ...caller, grants: [grant, ...caller.grants] }, action, about)).toBe('allowed');
      }),
    );
  });

  describe('after boards were reorganised', () => {
    // TN and SON have become SBN.
    const reach = (code: string) => (code === 'SBN' ? ['SBN', 'TN', 'SON'] : ['TN', 'SON'].includes(code) ? [] : [code]);
    const after = (caller: Caller) => followBoards(caller, reach);

    it.each(['own, secret', 'other, secret', 'offered, secret'])(
      'opens to a role at the successor what the old board has: %s',
      (relation) => {
        expect(allow(after(staff('officer', ['SBN'])), 'read-case', relations[relation])).toBe('allowed');
        expect(allow(staff('officer', ['SBN']), 'read-case', relations[relation])).toBe('hidden');
      },
    );

    it('lets who closed a case at the old board take it up again only with a role at the successor', () => {
      expect(allow(after(staff('officer', ['SBN'])), 'reopen', relations['own'])).toBe('allowed');
      expect(allow(after(staff('officer', ['TN'])), 'reopen', relations['own'])).toBe('forbidden');
    });

    it('opens nothing to a role at the old board that is secret', () => {
      for (const relation of Object.keys(relations).filter((name) => name.includes('secret')))
        expect(allow(after(staff('officer', ['TN'])), 'read-case', relations[relation])).toBe('hidden');
    });

    it('opens to nobody else anything that was closed before', () => {
      fc.assert(
        fc.property(anyStaff, anyCase, fc.constantFrom(...caseActions), (caller, about, action) => {
          fc.pre(allow(after(caller), action, about) === 'allowed');
          expect(allow(caller, action, about)).toBe('allowed'); // no grant here is at SBN
        }),
      );
      expect(after(staff('quality', 'all'))).toEqual(staff('quality', 'all'));
      expect(after({ kind: 'anonymous' })).toEqual({ kind: 'anonymous' });
    });
  });

  it('knows every action of the table and has someone for each', () => {
    const held = new Set(Object.values(rightsOf).flatMap((rights) => [...rights.does, ...(rights.doesAnywhere ?? [])]));
    expect([...held, 'submit', 'follow-own'].sort()).toEqual([...caseActions, ...generalActions].sort());
  });

  it('says for which boards something may be done', () => {
    expect(boardsFor(staff('registrar', ['TN', 'RS']), 'register-submission')).toEqual(['RS', 'TN']);
    expect(boardsFor(staff('quality', 'all'), 'read-reports')).toBe('all');
    expect(boardsFor(staff('auditor', 'all'), 'answer')).toEqual([]);
    expect(boardsFor({ kind: 'anonymous' }, 'submit')).toEqual([]);
    expect(allow(staff('registrar', ['TN']), 'register-submission', { boardCode: 'SON' })).toBe('forbidden');
  });
});
