/** A calendar day without a clock, as `2026-11-26`. Its year has four digits, so that days in order are texts in order. */
export type LocalDate = string;

/** Whether a text is a day that there is. */
export function isCalendarDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
