import { workingCalendar, type WorkingCalendar } from '#promises';
import type { Organisation } from '../organisation.js';

const calendars = new WeakMap<Organisation['calendar'], WorkingCalendar>();

/** The working-day calendar as the organisation has published it, made once for each publication. */
export function calendarOf({ calendar }: Organisation): WorkingCalendar {
  const known = calendars.get(calendar);
  if (known) return known;
  const years = [...calendar.values()];
  const version = [...new Set(years.map(({ library, libraryVersion }) => `${library}@${libraryVersion}`))].join(',');
  const made = workingCalendar(
    version,
    years.map(({ year }) => year),
    years.flatMap(({ holidays }) => holidays),
  );
  calendars.set(calendar, made);
  return made;
}
