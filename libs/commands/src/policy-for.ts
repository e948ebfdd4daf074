import { isInTriage, type Case, type Kind } from '#cases';
import { boardNear, policyOn, successorOn, type Organisation, type Policy } from '#organisation';
import type { LocalDate } from '#promises';

/** For whom a promise is made. The policy in force at receipt holds, whenever the promise is made. */
export interface Promised {
  readonly kind: Kind;
  /** Undefined in triage, where the organisation's own policy speaks. */
  readonly board: string | undefined;
  readonly receivedDate: LocalDate;
}

/** For whom a promise in a case is made; undefined before anything was received. */
export const promisedTo = (state: Case): Promised | undefined =>
  state.status === 'not-received' ? undefined : { ...state.known, board: isInTriage(state) ? undefined : state.known.board };

/**
 * The policy that holds for a case; undefined if there is none.
 * @param today the day on which the board is asked for its administration: it may be younger than the case, and another may have succeeded it
 */
export function policyFor({ kind, board, receivedDate }: Promised, today: LocalDate, org: Organisation): Policy | undefined {
  const responsible = board === undefined ? undefined : (successorOn(org, board, today) ?? boardNear(org, board, today));
  const administrationCode = responsible?.administration.code ?? null;
  return policyOn(org, { administrationCode, kind }, receivedDate);
}
