import { extensionLimit } from '#commands';
import { regionGotland } from '#test/region-gotland';

const org = regionGotland();
const answerDue = '2026-12-10';
const days = { unit: 'calendarDays', count: 14, roll: true } as const;
const workingDays = { unit: 'workingDays', count: 10, roll: false } as const;

describe('the limit to a delay notice', () => {
  it('is counted from the date that stands, in the unit of the term', () => {
    expect(extensionLimit({ answerDue, extensions: { term: days, atMost: 2, count: 10 } }, org)).toEqual({
      atMost: 2,
      latest: '2026-12-21',
    });
    expect(extensionLimit({ answerDue, extensions: { term: workingDays, atMost: 2, count: 10 } }, org)).toEqual({
      atMost: 2,
      latest: '2026-12-28',
    });
  });

  it('does not exist where nobody has set one, or nothing is promised', () => {
    expect(extensionLimit({ answerDue, extensions: null }, org)).toBeUndefined();
    expect(extensionLimit({ answerDue: undefined, extensions: { term: days, atMost: 1, count: 5 } }, org)).toBeUndefined();
  });
});
