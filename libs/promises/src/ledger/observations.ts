import type { LocalDate } from '../calendar-day.js';
import { workKey, type DueWork, type Rung } from './due-work.js';
import type { PromiseKind } from './promise-fact.js';

/**
 * What the system observes of the promises of a case, as events in a stream of their own, so that observing never makes a person's
 * change to the case fail.
 */
export interface PromiseObservations {
  /** It was not kept by the end of its due date. */
  PromiseMissed: Observed;
  /** So many working days before the due date. */
  PromiseReminded: Observed & { readonly workingDays: number; readonly to: 'officer' };
  /** So many working days after the due date. */
  PromiseEscalated: Observed & { readonly workingDays: number; readonly to: Rung };
  /** What was told to keep it did not arrive; `by` is the event that says so. */
  PromiseUndelivered: Observed & { readonly by: string; readonly to: 'officer' };
  /** The submitter did not reply to a question in time. */
  ReplyOverdue: Observed & { readonly to: 'officer' };
}

interface Observed {
  readonly promise: string;
  readonly what: PromiseKind;
  readonly due: LocalDate;
  /** The day it belongs to, also where it was done later. */
  readonly on: LocalDate;
}

export type PromiseObservation = {
  [Type in keyof PromiseObservations]: { readonly type: Type; readonly data: PromiseObservations[Type] };
}[keyof PromiseObservations];

/** The name of every event that says that work was done. */
export const promiseObservationTypes: readonly (keyof PromiseObservations)[] = [
  'PromiseMissed',
  'PromiseReminded',
  'PromiseEscalated',
  'PromiseUndelivered',
  'ReplyOverdue',
];

export const promiseStream = (caseId: string): string => `promise-${caseId}`;

/** The event that says that work was done. */
export function observationOf(work: DueWork): PromiseObservation {
  const { promise, what, due, on } = work;
  const observed = { promise, what, due, on };
  switch (work.kind) {
    case 'missed':
      return { type: 'PromiseMissed', data: observed };
    case 'reminder':
      return { type: 'PromiseReminded', data: { ...observed, workingDays: work.workingDays, to: 'officer' } };
    case 'escalation':
      return { type: 'PromiseEscalated', data: { ...observed, workingDays: work.workingDays, to: work.to } };
    case 'undelivered':
      return { type: 'PromiseUndelivered', data: { ...observed, by: work.by, to: 'officer' } };
    case 'unreplied':
      return { type: 'ReplyOverdue', data: { ...observed, to: 'officer' } };
  }
}

/** The key of the work that an observation shows to be done (`DueWork.key`). */
export function workDoneBy(observation: PromiseObservation): string {
  switch (observation.type) {
    case 'PromiseMissed':
      return workKey.missed(observation.data);
    case 'PromiseReminded':
      return workKey.reminder(observation.data, observation.data.workingDays);
    case 'PromiseEscalated':
      return workKey.escalation(observation.data, observation.data.to);
    case 'PromiseUndelivered':
      return workKey.undelivered(observation.data, observation.data.by);
    case 'ReplyOverdue':
      return workKey.unreplied(observation.data);
  }
}
