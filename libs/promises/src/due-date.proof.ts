import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { CalendarEnds, dueDate, localDate, type LocalDate, type Term } from '#promises';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

/** With nine properties and the instants below more than a hundred thousand runs. */
const runs = { numRuns: 11_000 };
const oneDay = 24 * 60 * 60 * 1000;
const asDate = (time: number): LocalDate => new Date(time).toISOString().slice(0, 10);
/** Days between two dates, counted in UTC, where every day is equally long. */
const daysFrom = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / oneDay;
const later = (date: LocalDate, days: number): LocalDate => asDate(Date.parse(date) + days * oneDay);

const date = fc.integer({ min: 0, max: daysFrom('2018-01-01', '2029-06-30') }).map((days) => later('2018-01-01', days));
const count = fc.integer({ min: 0, max: 15 });
const unit = fc.constantFrom<Term['unit'][]>('workingDays', 'calendarDays', 'weeks', 'months');
/** Of any unit, so that a year's worth of months does not take a year to count. */
const few = fc.integer({ min: 0, max: 3 });

const due = (basis: LocalDate, term: Term): LocalDate => dueDate(basis, term, calendar).due;
const afterWorkingDays = (basis: LocalDate, days: number): LocalDate => due(basis, { unit: 'workingDays', count: days, roll: false });

describe('a rolled date', () => {
  it('is the first working day from the end of the term on', () => {
    fc.assert(
      fc.property(date, unit, few, (basis, of, length) => {
        const [end, rolled] = [false, true].map((roll) => due(basis, { unit: of, count: length, roll })) as [LocalDate, LocalDate];
        const passedOver = Array.from({ length: daysFrom(end, rolled) }, (_, day) => later(end, day));
        expect(calendar.isWorkingDay(rolled)).toBe(true);
        expect(passedOver.filter((day) => calendar.isWorkingDay(day))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a number of working days', () => {
  it('may be counted in one go or in two', () => {
    fc.assert(
      fc.property(date, count, count, (basis, first, second) => {
        expect(afterWorkingDays(afterWorkingDays(basis, first), second)).toBe(afterWorkingDays(basis, first + second));
      }),
      runs,
    );
  });

  it('ends later with every day more', () => {
    fc.assert(
      fc.property(date, count, (basis, days) => {
        expect(afterWorkingDays(basis, days + 1) > afterWorkingDays(basis, days)).toBe(true);
      }),
      runs,
    );
  });

  it('never ends earlier for what came in later', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 30 }), count, (basis, delay, days) => {
        expect(afterWorkingDays(later(basis, delay), days) >= afterWorkingDays(basis, days)).toBe(true);
      }),
      runs,
    );
  });

  it('holds just so many between the receipt, not counted, and the end, counted', () => {
    fc.assert(
      fc.property(date, count, (basis, days) => {
        const passed = Array.from({ length: daysFrom(basis, afterWorkingDays(basis, days)) }, (_, day) => later(basis, day + 1));
        expect(passed.filter((day) => calendar.isWorkingDay(day))).toHaveLength(days);
      }),
      runs,
    );
  });
});

describe('the days that explain a date', () => {
  it('run without a gap from the receipt to the due date, and say why each did not count', () => {
    fc.assert(
      fc.property(date, unit, few, fc.boolean(), (basis, of, length, roll) => {
        const { due: end, days } = dueDate(basis, { unit: of, count: length, roll }, calendar);
        expect(days.map((day) => day.date)).toEqual(Array.from({ length: daysFrom(basis, end) + 1 }, (_, day) => later(basis, day)));
        expect(days.filter((day) => day.counted === (day.why !== undefined))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('an instant', () => {
  /** The nights on which the clock is changed, leap days, and any others. */
  const special = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2020-02-29', '2024-02-29', '2028-02-29'];
  const day = fc.oneof(fc.constantFrom(...special), date);
  const term = fc.record({ unit, count: few, roll: fc.boolean() });

  it('gives the due date that every other instant of its local day gives', () => {
    fc.assert(
      fc.property(day, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), term, (on, share, of) => {
        const [start, next] = [on, later(on, 1)].map(
          (each) => Temporal.PlainDate.from(each).toZonedDateTime('Europe/Stockholm').epochMilliseconds,
        );
        const instants = [start!, start! + Math.floor(share * (next! - start!)), next! - 1].map((time) => new Date(time).toISOString());
        expect(instants.map((instant) => dueDate(localDate(instant), of, calendar))).toEqual(Array(3).fill(dueDate(on, of, calendar)));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a term by the calendar', () => {
  it('in days is as many days, whatever the clock did in between', () => {
    fc.assert(
      fc.property(date, count, (basis, length) => {
        expect(daysFrom(basis, due(basis, { unit: 'calendarDays', count: length, roll: false }))).toBe(length);
      }),
      runs,
    );
  });

  it('in weeks ends on the same day of the week', () => {
    fc.assert(
      fc.property(date, count, (basis, length) => {
        expect(daysFrom(basis, due(basis, { unit: 'weeks', count: length, roll: false }))).toBe(7 * length);
      }),
      runs,
    );
  });

  it('in months ends on the same number of the month, or on its last day', () => {
    fc.assert(
      fc.property(date, few, (basis, length) => {
        const end = due(basis, { unit: 'months', count: length, roll: false });
        const [year, month, number] = basis.split('-').map(Number) as [number, number, number];
        const lastOfMonth = new Date(Date.UTC(year, month + length, 0));
        expect(end).toBe(
          asDate(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(number, lastOfMonth.getUTCDate()))),
        );
      }),
      runs,
    );
  });

  it.each([
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('knows the leap year: %s and %i months is %s', (basis, length, end) => {
    expect(due(basis, { unit: 'months', count: length, roll: false })).toBe(end);
  });

  it('is not guessed beyond the published years', () => {
    expect(() => due('2030-12-27', { unit: 'calendarDays', count: 5, roll: true })).toThrow(CalendarEnds);
  });
});
