import { workDay } from '#reactions';

describe('the day whose dated work has begun', () => {
  it.each([
    ['2026-12-11T01:59:59.999Z', '2026-12-10'],
    ['2026-12-11T02:00:00.000Z', '2026-12-11'],
    ['2026-12-11T22:59:59.999Z', '2026-12-11'],
    ['2026-12-11T23:00:00.000Z', '2026-12-11'],
  ])('at %s is %s: from three in the morning in Sweden', (instant, day) => {
    expect(workDay(instant)).toBe(day);
  });

  it.each([
    ['2027-03-28T00:59:59Z', '2027-03-27'],
    ['2027-03-28T01:00:00Z', '2027-03-28'], // two o'clock was three at once
  ])('in the night when summer time begins, at %s, is %s', (instant, day) => {
    expect(workDay(instant)).toBe(day);
  });

  it.each([
    ['2026-10-25T00:30:00Z', '2026-10-24'],
    ['2026-10-25T01:30:00Z', '2026-10-24'], // half past two, for the second time
    ['2026-10-25T02:00:00Z', '2026-10-25'],
  ])('in the night when it ends, at %s, is %s', (instant, day) => {
    expect(workDay(instant)).toBe(day);
  });
});
