import { onTheClock, type LocalDate, type WorkingCalendar } from '#promises';

/** Local hours between which people are told in the morning, or later in the day if nobody was awake: from the first, before the last. */
const hours = { first: 7, last: 18 };

/**
 * The day whose digests may go out at an instant (ISO 8601): a working day, and neither too early nor in the evening. Undefined at night,
 * on a day that is not worked, and where no calendar is published.
 */
export function tellingDay(instant: string, calendar: WorkingCalendar): LocalDate | undefined {
  const local = onTheClock(instant);
  if (local.hour < hours.first || local.hour >= hours.last) return undefined;
  const day = local.toPlainDate().toString();
  return calendar.covers(day) && calendar.isWorkingDay(day) ? day : undefined;
}
