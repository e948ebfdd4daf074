import type { LocalDate } from './calendar-day.js';
import { dayBefore } from './next-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How something arrived, and on which local day it was found. */
export interface Arrival {
  readonly channel: 'web' | 'email' | 'phone' | 'visit' | 'letter' | 'social-media';
  readonly on: LocalDate;
}

/**
 * The day something counts as received (förvaltningslagen 22 §). What comes electronically or by word of mouth: that
 * calendar day, also evenings and holidays. A letter: the nearest preceding working day, since the post was notified
 * to the authority then; the day itself, if the calendar does not reach back. It is set at the first door and no routing moves it.
 */
export function receiptDate({ channel, on }: Arrival, calendar: WorkingCalendar): LocalDate {
  if (channel !== 'letter') return on;
  for (let day = dayBefore(on); calendar.covers(day); day = dayBefore(day)) if (calendar.isWorkingDay(day)) return day;
  return on;
}
