import { extensionLimit } from '#commands';
import { daysAround } from '#promises';
import { regionGotland } from '#test/region-gotland';

const org = regionGotland();
const today = daysAround('2026-12-08');
const answerDue = '2026-12-10';
const days = { unit: 'calendarDays', count: 14, roll: true } as const;
const workingDays = { unit: 'workingDays', count: 10, roll: false } as const;

describe('the limit to a delay notice', () => {
  it('is counted from the date that stands, in the unit of the term', () => {
    expect(extensionLimit({ answerDue, extensions: { term: days, atMost: 2, count: 10 } }, today, org)).toEqual({
      atMost: 2,
      latest: '2026-12-21',
    });
    expect(extensionLimit({ answerDue, extensions: { term: workingDays, atMost: 2, count: 10 } }, today, org)).toEqual({
      atMost: 2,
      latest: '2026-12-28',
    });
  });

  it('is a year from today where nobody has set one, and where one has been set that goes further', () => {
    const aYear = { latest: '2027-12-08' };
    expect(extensionLimit({ answerDue, extensions: null }, today, org)).toEqual({ atMost: undefined, ...aYear });
    const longer = { term: { ...days, unit: 'months' }, atMost: 1, count: 300 } as const;
    expect([24, 300, 366].map((count) => extensionLimit({ answerDue, extensions: { ...longer, count } }, today, org))).toEqual(
      Array(3).fill({ atMost: 1, ...aYear }),
    );
  });
});
