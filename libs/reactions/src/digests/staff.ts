import type { ReceivedCase } from '#cases';

/** Who works here, as far as a digest has to know; the node knows them by the log. */
export interface Staff {
  /** Those who may read a case, and what they are at the board that has it. */
  readonly readersOf: (state: ReceivedCase) => readonly CaseReader[];
  /** The address of a person at work; undefined if none is known, or if it was destroyed by decision. */
  readonly addressOf: (personId: string) => string | undefined;
}

export interface CaseReader {
  readonly personId: string;
  readonly roles: readonly string[];
  /** What they are at the board that it is offered to, where it is offered. */
  readonly offeredRoles?: readonly string[];
}
