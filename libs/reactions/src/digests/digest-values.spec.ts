import { calendarOf, type Organisation } from '#organisation';
import { caseWith } from '#test/notices';
import { wholeOrganisation } from '#test/whole-organisation';
import { digestValues } from './digest-values.js';
import type { Observed } from './observed.js';
import type { Staff } from './staff.js';

const links = {
  list: 'https://synpunkter.example/arbete',
  case: (caseId: string) => `https://synpunkter.example/arbete/arenden/${caseId}`,
};
const observed = (number: number, more: Partial<Observed> = {}): Observed => ({
  id: `event ${number}`,
  caseId: 'the-case',
  kind: 'escalation',
  to: 'officer',
  promise: `promise ${number}`,
  what: 'answer',
  due: '2026-12-10',
  ...more,
});

/** Hanna has the case, and may do everything with it. */
const staff: Staff = { whoMay: () => [{ personId: 'hanna', roles: ['officer', 'manager'] }], addressOf: () => 'hanna@region.example' };
const withOfficer = caseWith({ officer: 'hanna' });

describe('what one person is told', () => {
  let org: Organisation;
  beforeAll(async () => void (org = await wholeOrganisation()));

  const told = (...some: Observed[]) => {
    const files = new Map([['the-case', { state: withOfficer, ledger: [] }]]);
    const around = { day: '2026-12-28', files, calendar: calendarOf(org), organisation: 'Region Gotland', links, staff };
    return digestValues('hanna', some, around)?.groups ?? {};
  };

  it('counts days in working days, over Christmas too', () => {
    const { late, soon } = told(observed(1, { due: '2026-12-22' }), observed(2, { kind: 'reminder', due: '2027-01-04' }));
    expect([late?.lines[0]?.workingDays, soon?.lines[0]?.workingDays]).toEqual([2, 3]);
  });

  it('lists thirty of a group and counts the rest', () => {
    const { late } = told(...Array.from({ length: 42 }, (_, number) => observed(number)));
    expect([late?.lines.length, late?.more]).toEqual([30, 12]);
  });

  it('is of each promise what was observed of it last', () => {
    const groups = told(observed(1, { kind: 'reminder' }), observed(1), observed(1, { to: 'head' }));
    expect(Object.entries(groups).map(([group, { lines }]) => `${group} ${lines.length}`)).toEqual(['above 1']);
  });

  it('sets apart what did not arrive, and what the submitter did not reply to', () => {
    const groups = told(observed(1, { kind: 'undelivered' }), observed(2, { kind: 'unreplied', what: 'clarification-reply' }));
    expect(Object.entries(groups).map(([group, { lines }]) => `${group} ${lines[0]?.what}`)).toEqual([
      'undelivered answer',
      'unreplied clarification-reply',
    ]);
  });

  it('leaves out what cannot be read now', () => {
    expect(told(observed(1, { caseId: 'another' }))).toEqual({});
  });
});
