import fc from 'fast-check';
import { receiptDate, type Arrival } from '#promises';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const oneDay = 24 * 60 * 60 * 1000;
const later = (date: string, days: number): string => new Date(Date.parse(date) + days * oneDay).toISOString().slice(0, 10);
const date = fc.integer({ min: 10, max: 4000 }).map((days) => later('2018-01-01', days));

describe('the day of receipt', () => {
  it('of a letter is the nearest working day before it was found', () => {
    fc.assert(
      fc.property(date, (found) => {
        const received = receiptDate({ channel: 'letter', on: found }, calendar);
        const between = Array.from({ length: (Date.parse(found) - Date.parse(received)) / oneDay }, (_, day) => later(received, day));
        expect(between.filter((day) => calendar.isWorkingDay(day))).toEqual([received]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<Arrival['channel']>(['web', 'email', 'phone', 'visit', 'social-media'])(
    'by %s is the day itself, working day or not',
    (channel) => {
      fc.assert(
        fc.property(date, (on) => {
          expect(receiptDate({ channel, on }, calendar)).toBe(on);
        }),
      );
    },
  );
});
