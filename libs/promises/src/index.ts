/**
 * WHEN SOMETHING IS DUE, AND WHETHER IT WAS KEPT: terms, the working-day calendar, the dates they give and why; the promises of a case and
 * how they stand. Pure; knows no case, no log, no clock.
 */
export { isCalendarDay, type LocalDate } from './calendar-day.js';
export { isInstant, asInstant } from './instant.js';
export { daysAround, firstDayOfAll, type Days } from './days-around.js';
export { localDate, onTheClock, swedishTime } from './local-date.js';
export { dayAfter } from './next-day.js';
export { CalendarEnds } from './calendar-ends.js';
export { workingCalendar, type Holiday, type WorkingCalendar } from './working-calendar.js';
export { dateToTell } from './date-to-tell.js';
export { dueDate, dueDateIfCovered, type CountedDay, type Due, type Term } from './due-date.js';
export { receiptDate, type Arrival } from './receipt-date.js';
export { workingDaysBetween } from './working-days-between.js';
export { type Counted, type FactOf, type FactType, type PolicyPromise, type PromiseFact, type PromiseKind } from './ledger/promise-fact.js';
export { type Ledger, type PromiseRecord } from './ledger/promise-record.js';
export { evolveLedger, ledgerOf } from './ledger/evolve-ledger.js';
export { firstDelivery } from './ledger/delivered.js';
export { standingDate, type NoMove, type StandingDate } from './ledger/standing-date.js';
export { judge, type Verdict } from './ledger/judge.js';
export { agendaOf, type Agenda, type DueWork, type Rung, type WorkPlan } from './ledger/due-work.js';
export {
  observationOf,
  promiseObservationTypes,
  promiseStream,
  workDoneBy,
  type PromiseObservation,
  type PromiseObservations,
} from './ledger/observations.js';
export { latestExtension } from './ledger/latest-extension.js';
export { explain, type ExplainedStep, type Explanation } from './ledger/explain.js';
export { corrections, type PutRight, type Recount } from './ledger/corrections.js';
export { rehearse, type PastCase, type ProposedPolicy, type Rehearsed } from './ledger/rehearse.js';
