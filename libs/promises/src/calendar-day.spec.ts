import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { asInstant, CalendarEnds, dayAfter, isCalendarDay, isInstant } from '#promises';

describe('a day of the calendar', () => {
  it('is every day that there is in a year of four digits, and its text sorts as it does', () => {
    const day = fc.integer({ min: 0, max: 3_652_000 }).map((days) => Temporal.PlainDate.from('0001-01-01').add({ days }).toString());
    fc.assert(fc.property(day, (one) => isCalendarDay(one) && one < dayAfter(one)));
  });

  it.each([
    ['2026-02-30', 'does not exist'],
    ['2027-02-29', 'does not exist in that year'],
    ['0000-01-01', 'is before every year'],
    ['+010000-01-01', 'would sort before all others'],
    ['2026-1-1', 'is written otherwise'],
    ['2026-11-26T00:00:00Z', 'is an instant'],
    [' 2026-11-26', 'has a space'],
    ['２０２６-11-26', 'is written in other digits'],
    ['2026-13-01', 'has no such month'],
    ['2026-W10-1', 'is a week'],
    ['', 'is nothing'],
  ])('is not %s, which %s', (text) => expect(isCalendarDay(text)).toBe(false));

  it('has none after the year 9999, rather than one that sorts before it', () => {
    expect(() => dayAfter('9999-12-31')).toThrow(CalendarEnds);
  });
});

describe('an instant', () => {
  it.each(['2026-11-26T12:00:00Z', '2026-11-26T13:00+01:00', '2026-11-26T12:00:00.000Z'])('is %s', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(asInstant(text)).toBe('2026-11-26T12:00:00.000Z');
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-26',
    '2026-11-26T12:00:00',
    'now',
    '2026-11-26T25:00:00Z',
    '+010000-01-01T00:00:00Z',
    '2026-11-26Tx+00:00',
  ])('is not %s', (text) => expect(isInstant(text)).toBe(false));
});
