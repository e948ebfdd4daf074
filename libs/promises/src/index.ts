/**
 * WHEN SOMETHING IS DUE: terms, the working-day calendar, the dates they give and why. Pure; knows no case, no log, no clock.
 */
export { localDate, type LocalDate } from './local-date.js';
export { workingCalendar, CalendarEnds, type Holiday, type WorkingCalendar } from './working-calendar.js';
export { dueDate, type CountedDay, type Due, type Term } from './due-date.js';
export { receiptDate, type Arrival } from './receipt-date.js';
