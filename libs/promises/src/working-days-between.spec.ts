import fc from 'fast-check';
import { swedishCalendar } from '#test/swedish-calendar';
import { dueDate } from './due-date.js';
import { workingDaysBetween } from './working-days-between.js';

const days = fc.integer({ min: 0, max: 4_000 }).map((day) => new Date(Date.UTC(2018, 0, 10) + day * 86_400_000).toISOString().slice(0, 10));

describe('the working days between two days', () => {
  it.each([
    ['2026-11-26', '2026-11-26', 0],
    ['2026-11-26', '2026-11-27', 1],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-12-23', '2026-12-28', 1],
    ['2026-11-30', '2026-11-26', 0],
  ])('after %s, until %s, are %d', (after, until, count) => expect(workingDaysBetween(after, until, swedishCalendar)).toBe(count));

  it('are as many as a term of so many working days takes', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const { due } = dueDate(day, { unit: 'workingDays', count, roll: false }, swedishCalendar);
        expect(workingDaysBetween(day, due, swedishCalendar)).toBe(count);
      }),
    );
  });
});
