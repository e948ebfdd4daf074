/** Loads `makeCalendar` with its library of the holidays of the world, which is needed once in the life of a log. */
export const loadCalendarMaker = async () => (await import('./make-calendar.js')).makeCalendar;
