import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { calendarYears, makeCalendar } from './make-calendar.js';

interface WorkingDays {
  readonly holidays: Readonly<Record<string, readonly { date: string; nameSv: string; kind: 'public' | 'defacto' }[]>>;
}

const { holidays } = JSON.parse(readFileSync('test/data/working-days.json', 'utf8')) as WorkingDays;

describe('the calendar of a year', () => {
  it.each(Object.keys(holidays))('agrees with the law for %s, day by day and by name', (year) => {
    const expected = holidays[year]!.map(({ date, nameSv, kind }) => ({
      date,
      name: nameSv,
      kind: kind === 'public' ? 'public' : 'de-facto',
    }));
    expect(makeCalendar(Number(year)).holidays).toEqual(expected);
  });

  it('has thirteen holidays and three eves in every year it is imported for', () => {
    const kinds = calendarYears.map((year) => makeCalendar(year).holidays.map(({ kind }) => kind));
    const counts = kinds.map((all) => ['public', 'de-facto'].map((kind) => all.filter((one) => one === kind).length));
    expect(counts).toEqual(Array.from({ length: 43 }, () => [13, 3]));
    expect([calendarYears[0], calendarYears.at(-1)]).toEqual([2018, 2060]);
  });

  it('is what the library makes, in its order', () => {
    const library = new Holidays('SE', { languages: ['sv'], types: ['public', 'bank'] });
    const made = calendarYears.map((year) =>
      library.getHolidays(year).map(({ date, name, type }) => ({
        date: date.slice(0, 10),
        name: name.charAt(0).toUpperCase() + name.slice(1),
        kind: type === 'public' ? 'public' : 'de-facto',
      })),
    );
    expect(calendarYears.map((year) => makeCalendar(year).holidays)).toEqual(made);
  });

  it('names the version of the library that is installed', () => {
    const installed = JSON.parse(readFileSync('node_modules/date-holidays/package.json', 'utf8')) as { version: string };
    expect(makeCalendar(2026).libraryVersion).toBe(installed.version);
  });
});
