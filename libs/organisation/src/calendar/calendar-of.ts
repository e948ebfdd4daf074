import { workingCalendar, type WorkingCalendar } from '#promises';
import type { CalendarYear } from '../facts/calendar-year.js';
import type { Organisation } from '../organisation.js';

type Publications = Organisation['calendars'];

const calendars = new WeakMap<Publications, readonly WorkingCalendar[]>();

/** The working-day calendar as the organisation has published it last. */
export function calendarOf({ calendars }: Organisation): WorkingCalendar {
  const last = versionsOf(calendars).at(-1);
  if (!last) throw new Error('a list of versions is never empty');
  return last;
}

/** The calendar that a date was counted with, as it was then; where no such version was published, the one that holds now. */
export const calendarNamed = (org: Organisation, version: string): WorkingCalendar =>
  versionsOf(org.calendars).find((calendar) => calendar.version === version) ?? calendarOf(org);

/** A further year belongs to the version that stands; a year that was told otherwise begins another. Made once for each publication. */
function versionsOf(publications: Publications): readonly WorkingCalendar[] {
  const known = calendars.get(publications);
  if (known) return known;
  const versions: WorkingCalendar[] = [];
  const years = new Map<number, CalendarYear>();
  for (const published of publications) {
    if (years.has(published.year)) versions.push(calendarOfYears([...years.values()], versions.length));
    years.set(published.year, published);
  }
  versions.push(calendarOfYears([...years.values()], versions.length));
  calendars.set(publications, versions);
  return versions;
}

function calendarOfYears(years: readonly CalendarYear[], corrections: number): WorkingCalendar {
  const made = [...new Set(years.map(({ library, libraryVersion }) => `${library}@${libraryVersion}`))].join(',');
  return workingCalendar(
    corrections === 0 ? made : `${made}+${corrections}`,
    years.map(({ year }) => year),
    years.flatMap(({ holidays }) => holidays),
  );
}
