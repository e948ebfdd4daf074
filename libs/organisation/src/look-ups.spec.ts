import {
  boardOn,
  boardsOn,
  categoriesOn,
  categoryOn,
  emptyOrganisation,
  evolveOrganisation,
  frontBoardOn,
  holidaysIn,
  policyOn,
  type ComplaintLaw,
  type Organisation,
  type OrganisationEvent,
  type Policy,
} from '#organisation';
import { regionGotland } from '#test/region-gotland';

const gotland = regionGotland();
const today = '2026-11-26';

describe('an organisation, asked as of a date', () => {
  it('knows the boards of that day', () => {
    expect(boardsOn(gotland, today).map(({ code }) => code)).toEqual([
      'RF',
      'RS',
      'TN',
      'MBN',
      'BUN',
      'GVN',
      'SON',
      'HSN',
      'PAN',
      'VN',
      'OFN',
    ]);
    expect(boardOn(gotland, 'MBN', '2018-12-31')).toBeUndefined();
    expect(boardOn(gotland, 'MBN', '2019-01-01')?.nameSv).toBe('Miljö- och byggnämnden');
  });

  it('knows 97 categories, of which those of a later board do not exist before it', () => {
    expect(categoriesOn(gotland, today)).toHaveLength(97);
    expect(categoryOn(gotland, 'BYGG.BYGGLOV', '2018-12-31')).toBeUndefined();
  });

  it('follows a category to another board on the day it moves', () => {
    const moved = [
      { ...category('IFO.TILLSTAND'), validTo: '2026-12-31' },
      { ...category('IFO.TILLSTAND'), boardCode: 'MBN', validFrom: '2027-01-01' },
    ];
    const later = evolveOrganisation(gotland, { type: 'CategoryPublished', data: { code: 'IFO.TILLSTAND', versions: moved } });
    expect(['2026-12-31', '2027-01-01'].map((date) => categoryOn(later, 'IFO.TILLSTAND', date)?.boardCode)).toEqual(['SON', 'MBN']);
  });

  it('never names in mail the boards whose name tells of care, school or guardianship', () => {
    const neutral = boardsOn(gotland, today).filter(({ neutralInMail }) => neutralInMail);
    expect(neutral.map(({ code }) => code)).toEqual(['BUN', 'SON', 'HSN', 'PAN', 'OFN']);
  });

  it('gives the front board what nobody has routed', () => {
    expect(frontBoardOn(gotland, today).code).toBe('RS');
    expect(() => frontBoardOn(emptyOrganisation, today)).toThrow('no front board');
  });

  it('tells a year without a published calendar from one without holidays', () => {
    expect([2026, 2061].map((year) => holidaysIn(gotland, year)?.length)).toEqual([16, undefined]);
  });
});

describe('the policy', () => {
  it('of Region Gotland is an answer within fourteen days, from 2018 on', () => {
    expect(policyOn(gotland, { administrationCode: 'TKF', kind: 'klagomal', complaintLaw: null }, today)).toMatchObject({
      code: 'gotland',
      version: 1,
      answer: { count: 14 },
    });
    expect(policyOn(gotland, { administrationCode: null, kind: 'fraga', complaintLaw: null }, '2017-12-31')).toBeUndefined();
  });

  it("of an administration goes before the organisation's, and that of a kind before that of all", () => {
    const org = withPolicies({ code: 'tkf', administrationCode: 'TKF' }, { code: 'questions', kinds: ['fraga'] });
    const speaking = (administrationCode: string, kind: 'fraga' | 'berom') =>
      policyOn(org, { administrationCode, kind, complaintLaw: null }, today)?.code;
    expect([speaking('TKF', 'berom'), speaking('SOF', 'fraga'), speaking('SOF', 'berom'), speaking('TKF', 'fraga')]).toEqual([
      'tkf',
      'questions',
      'gotland',
      'tkf',
    ]);
  });

  it('of a complaint procedure goes before both, for those subjects alone', () => {
    const org = withPolicies(
      { code: 'rsf', administrationCode: 'RSF', kinds: ['klagomal'] },
      { code: 'access', complaintLaws: ['DOS'] },
      { code: 'school', complaintLaws: ['SKOLLAGEN_4_8', 'SKOLLAGEN_6'] },
    );
    const speaking = (complaintLaw: ComplaintLaw | null) =>
      policyOn(org, { administrationCode: 'RSF', kind: 'klagomal', complaintLaw }, today)?.code;
    expect([speaking('DOS'), speaking('SKOLLAGEN_6'), speaking('PSL_3_8'), speaking(null)]).toEqual(['access', 'school', 'rsf', 'rsf']);
  });
});

const category = (code: string) => categoryOn(gotland, code, today)!;

function withPolicies(...policies: Partial<Policy>[]): Organisation {
  const own = policyOn(gotland, { administrationCode: null, kind: 'fraga', complaintLaw: null }, today)!;
  return policies
    .map((policy): OrganisationEvent => ({ type: 'PolicyPublished', data: { code: policy.code!, versions: [{ ...own, ...policy }] } }))
    .reduce(evolveOrganisation, gotland);
}
