import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Days as a test counts them: by itself, and not as the program does.

const { holidays } = JSON.parse(readFileSync(join(process.cwd(), 'test/data/working-days.json'), 'utf8')) as {
  readonly holidays: Readonly<Record<string, readonly { readonly date: string }[]>>;
};
const closed = new Set(
  Object.values(holidays)
    .flat()
    .map(({ date }) => date),
);
const oneDay = 86_400_000;

/** Counted in UTC, where every day is equally long. */
export const plusDays = (date: string, days: number): string => new Date(Date.parse(date) + days * oneDay).toISOString().slice(0, 10);

export const isWorked = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay()) && !closed.has(date);

/** So many worked days on, or back. Asked for again and again, so remembered. */
export function plusWorked(date: string, days: number): string {
  const key = `${date} ${days}`;
  let [day, left] = [known.get(key) ?? date, known.has(key) ? 0 : Math.abs(days)];
  while (left > 0) {
    day = plusDays(day, Math.sign(days));
    if (isWorked(day)) left -= 1;
  }
  known.set(key, day);
  return day;
}
const known = new Map<string, string>();

/** The day, or the next one that is worked. */
export const rolled = (date: string): string => (isWorked(date) ? date : plusWorked(date, 1));

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** What a calendar and a clock in Stockholm show. @param at in milliseconds */
export function inStockholm(at: number): { readonly date: string; readonly hour: number } {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`, hour: Number(parts.get('hour')) };
}

/** The day whose work a clock that shows this calls for: until three in the morning that of the day before. */
export function dayOfWork(at: number): string {
  const { date, hour } = inStockholm(at);
  return hour < 3 ? plusDays(date, -1) : date;
}
