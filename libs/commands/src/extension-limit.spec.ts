import { extensionLimit } from '#commands';
import { evolveOrganisation, makeCalendar, policyOn, type Organisation, type OrganisationEvent, type Policy } from '#organisation';
import { regionGotland } from '#test/region-gotland';

const asked = { kind: 'klagomal', board: 'TN', receivedDate: '2026-11-26', answerDue: '2026-12-10' } as const;
const gotland = [2026, 2027]
  .map((year): OrganisationEvent => ({ type: 'CalendarPublished', data: makeCalendar(year) }))
  .reduce(evolveOrganisation, regionGotland());
const own = policyOn(gotland, { administrationCode: null, kind: 'klagomal' }, asked.receivedDate)!;
const withPolicy = (difference: Partial<Policy>): Organisation =>
  evolveOrganisation(gotland, { type: 'PolicyPublished', data: { code: own.code, versions: [{ ...own, ...difference }] } });

describe('the limit to a delay notice', () => {
  it('is counted from the date that stands, in the unit of the term', () => {
    const extensions = { atMost: 2, count: 10 };
    expect(extensionLimit(asked, '2026-12-01', withPolicy({ extensions }))).toEqual({ atMost: 2, latest: '2026-12-21' });
    const answer = { count: 10, unit: 'workingDays', roll: false, from: 'received' } as const;
    expect(extensionLimit(asked, '2026-12-01', withPolicy({ answer, extensions }))).toEqual({ atMost: 2, latest: '2026-12-28' });
  });

  it('does not exist where nobody has set one, or nothing is promised', () => {
    expect(extensionLimit(asked, '2026-12-01', withPolicy({}))).toBeUndefined();
    const limited = withPolicy({ extensions: { atMost: 1, count: 5 } });
    expect(extensionLimit({ ...asked, answerDue: undefined }, '2026-12-01', limited)).toBeUndefined();
  });
});
