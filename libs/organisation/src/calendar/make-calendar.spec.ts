import { readFileSync } from 'node:fs';
import { makeCalendar } from './make-calendar.js';

interface WorkingDays {
  readonly holidays: Readonly<Record<string, readonly { date: string; nameSv: string; kind: 'public' | 'defacto' }[]>>;
}

const { holidays } = JSON.parse(readFileSync('test/data/working-days.json', 'utf8')) as WorkingDays;

describe('the calendar that the library makes', () => {
  it.each(Object.keys(holidays))('agrees with the law for %s, day by day and by name', (year) => {
    const expected = holidays[year]!.map(({ date, nameSv, kind }) => ({
      date,
      name: nameSv,
      kind: kind === 'public' ? 'public' : 'de-facto',
    }));
    expect(makeCalendar(Number(year)).holidays).toEqual(expected);
  });

  it('has thirteen holidays and three eves in every year it is imported for', () => {
    const years = Array.from({ length: 43 }, (_, index) => 2018 + index);
    const counts = years.map((year) =>
      ['public', 'de-facto'].map((kind) => makeCalendar(year).holidays.filter((day) => day.kind === kind).length),
    );
    expect(counts).toEqual(years.map(() => [13, 3]));
  });

  it('names the version of the library that is installed', () => {
    const installed = JSON.parse(readFileSync('node_modules/date-holidays/package.json', 'utf8')) as { version: string };
    expect(makeCalendar(2026).libraryVersion).toBe(installed.version);
  });
});
