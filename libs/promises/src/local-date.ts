import { Temporal } from 'temporal-polyfill';

/** A calendar day without a clock, as `2026-11-26`. */
export type LocalDate = string;

/** The calendar day on which an instant (ISO 8601) falls in a time zone. Never computed with multiples of 24 hours. */
export const localDate = (instant: string, timeZone = 'Europe/Stockholm'): LocalDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
