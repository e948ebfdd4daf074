import { onTheClock, type LocalDate } from '#promises';

/**
 * When the dated work of a day begins. Never an hour that a night of summer or winter time skips or repeats; and so late that another
 * clock, which is wrong by an hour and a half the other way, shows the new day too: nothing more can be kept on the day before.
 */
const firstHour = 3;

/** The day whose dated work has begun at an instant (ISO 8601): before three in the morning it is still the day before's. */
export function workDay(instant: string): LocalDate {
  const local = onTheClock(instant);
  const date = local.toPlainDate();
  return (local.hour < firstHour ? date.subtract({ days: 1 }) : date).toString();
}
