import { isCalendarDay } from './calendar-day.js';

/** Whether a text is an instant, as `2026-11-26T12:00:00Z`: on a day that there is, and with its time zone. */
export const isInstant = (text: string): boolean =>
  written.test(text) && isCalendarDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** The same instant in the form that the log writes, because the two are compared as text. */
export const asInstant = (text: string): string => new Date(text).toISOString();
