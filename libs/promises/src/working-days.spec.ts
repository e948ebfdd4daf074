import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dueDate, localDate, receiptDate, type Term } from '#promises';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

interface Vectors {
  workingDaysPerYear: Record<string, number>;
  dueDateVectors: {
    received: string;
    rule: 'workingDays' | 'calendarDaysRaw' | 'calendarDaysRolled';
    n: number;
    due: string;
    note: string;
  }[];
  receivedDateVectors: { instant: string; receivedDate: string; note: string }[];
  letterVectors: { arrived: string; channel: 'letter'; receivedDate: string; note: string }[];
}

const vectors = JSON.parse(readFileSync(join(process.cwd(), 'test/data/working-days.json'), 'utf8')) as Vectors;
const terms: Record<Vectors['dueDateVectors'][number]['rule'], (count: number) => Term> = {
  workingDays: (count) => ({ unit: 'workingDays', count, roll: false }),
  calendarDaysRaw: (count) => ({ unit: 'calendarDays', count, roll: false }),
  calendarDaysRolled: (count) => ({ unit: 'calendarDays', count, roll: true }),
};

describe('a due date', () => {
  it.each(vectors.dueDateVectors)('$received + $n $rule is $due: $note', ({ received, rule, n, due }) => {
    expect(dueDate(received, terms[rule](n), calendar).due).toBe(due);
  });

  it.each(vectors.dueDateVectors)('counts just the days of the term: $received + $n $rule', ({ received, rule, n, due }) => {
    const { days } = dueDate(received, terms[rule](n), calendar);
    expect(days.filter((day) => day.counted)).toHaveLength(n);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual([received, due]);
  });

  it('is refused beyond the published calendar', () => {
    expect(() => dueDate('2030-12-30', terms.workingDays(5), calendar)).toThrow('no working-day calendar is published for 2031-01-01');
  });

  it('in months ends on the last day where the month lacks the number', () => {
    expect(dueDate('2026-01-31', { unit: 'months', count: 1, roll: false }, calendar).due).toBe('2026-02-28');
  });
});

describe('the calendar', () => {
  it.each(Object.entries(vectors.workingDaysPerYear))('has in %s %i working days', (year, expected) => {
    const all = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(Number(year), 0, 1 + day)).toISOString().slice(0, 10));
    const inYear = all.filter((date) => date.startsWith(year));
    expect(inYear.filter((date) => calendar.isWorkingDay(date))).toHaveLength(expected);
  });
});

describe('the receipt date', () => {
  it.each(vectors.receivedDateVectors)('of $instant is the local day $receivedDate: $note', ({ instant, receivedDate }) => {
    expect(localDate(instant)).toBe(receivedDate);
  });

  it.each(vectors.letterVectors)('of a letter found $arrived is $receivedDate: $note', ({ arrived, channel, receivedDate }) => {
    expect(receiptDate({ channel, on: arrived }, calendar)).toBe(receivedDate);
  });

  it('of a web submission on a holiday is that day', () => {
    expect(receiptDate({ channel: 'web', on: '2026-12-25' }, calendar)).toBe('2026-12-25');
  });
});
