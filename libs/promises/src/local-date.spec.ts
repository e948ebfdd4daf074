import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localDate } from '#promises';

const timeZone = 'Europe/Stockholm';
const days = 4000;
const date = fc.integer({ min: 0, max: days }).map((after) => Temporal.PlainDate.from('2020-01-01').add({ days: after }));
/** How far into a day: its first moment is 0, and 1 is already the next day's. */
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const startOf = (day: Temporal.PlainDate): number => day.toZonedDateTime(timeZone).epochMilliseconds;
const at = (time: number): string => localDate(new Date(time).toISOString());

describe('the local day of an instant', () => {
  it('is the same for all instants of one day, from the first to the last millisecond', () => {
    fc.assert(
      fc.property(date, part, (day, share) => {
        const [start, next] = [startOf(day), startOf(day.add({ days: 1 }))];
        const within = start + Math.floor(share * (next - start));
        expect([start, within, next - 1].map(at)).toEqual(Array(3).fill(day.toString()));
        expect([at(start - 1), at(next)]).toEqual([day.subtract({ days: 1 }).toString(), day.add({ days: 1 }).toString()]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is what a Swedish calendar on the wall says', () => {
    const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (instant) => {
        expect(localDate(instant.toISOString())).toBe(onTheWall.format(instant));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-03-29', 23, 'summer time begins'],
    ['2026-10-25', 25, 'summer time ends'],
    ['2026-11-26', 24, 'an ordinary Thursday'],
    ['2028-02-29', 24, 'the leap day'],
  ])('%s has %i hours: %s', (day, hours) => {
    const around = Array.from({ length: 72 }, (_, hour) => Date.parse(`${day}T00:30:00Z`) + (hour - 24) * 60 * 60 * 1000);
    expect(around.filter((time) => at(time) === day)).toHaveLength(hours);
  });

  it.each(['2026-11-26T23:30:00Z', '2026-11-27T08:30:00+09:00', '2026-11-26T21:30:00-02:00'])(
    'is that of Sweden, wherever %s was written',
    (instant) => expect(localDate(instant)).toBe('2026-11-27'),
  );
});
