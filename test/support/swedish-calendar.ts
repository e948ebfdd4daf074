import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingCalendar } from '#promises';

interface PublishedHolidays {
  readonly holidays: Readonly<Record<string, readonly { readonly date: string; readonly nameSv: string }[]>>;
}

const { holidays } = JSON.parse(readFileSync(join(process.cwd(), 'test/data/working-days.json'), 'utf8')) as PublishedHolidays;

/** Sweden 2018 to 2030. */
export const swedishCalendar = workingCalendar(
  'swedish-2018-2030',
  Object.keys(holidays).map(Number),
  Object.values(holidays)
    .flat()
    .map(({ date, nameSv }) => ({ date, name: nameSv })),
);
