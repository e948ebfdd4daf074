import type { Recount } from './corrections.js';

/**
 * What the system observes of the promises of a case, as events in a stream of their own, so that observing never makes a person's
 * change to the case fail.
 */
export interface PromiseObservations {
  /** What a date was counted by has been put right; what that did to one promise (`corrections`). */
  PromiseRecounted: Recount;
}

export type PromiseObservation = {
  [Type in keyof PromiseObservations]: { readonly type: Type; readonly data: PromiseObservations[Type] };
}[keyof PromiseObservations];

export const promiseStream = (caseId: string): string => `promise-${caseId}`;
