import { isInTriage, type Case, type CaseFacts, type Kind } from '#cases';
import { shredded, type Keys } from '#keys';
import { boardNear, categoryNear, policyOn, successorOn, type Organisation, type Policy, type PolicyQuestion } from '#organisation';
import type { LocalDate } from '#promises';

/** For whom a promise is made. The policy in force at receipt holds, whenever the promise is made. */
export interface Promised {
  readonly kind: Kind;
  /** Undefined in triage, where the organisation's own policy speaks. */
  readonly board: string | undefined;
  /** Undefined where nobody knows what it is about. */
  readonly category: string | undefined;
  readonly receivedDate: LocalDate;
}

type Opener = Pick<Keys, 'open'>;

/** For whom a promise in a case is made; undefined before anything was received. @param keys see `categoryCode` */
export function promisedTo(state: Case, keys: Opener): Promised | undefined {
  if (state.status === 'not-received') return undefined;
  const { kind, board, receivedDate, category } = state.known;
  return { kind, receivedDate, board: isInTriage(state) ? undefined : board, category: category && categoryCode(category, keys) };
}

/** What a case is about. @param keys opens the category where it is itself a personal fact; undefined once its key is destroyed */
export function categoryCode(category: CaseFacts['CaseClassified'], keys: Opener): string | undefined {
  const code = category.secrecy === 'high' ? keys.open(category.secretCategory) : category.category;
  return code === shredded ? undefined : code;
}

/** The policy that holds for a case; undefined if there is none. */
export const policyFor = (promised: Promised, today: LocalDate, org: Organisation): Policy | undefined =>
  policyOn(org, policyQuestion(promised, today, org), promised.receivedDate);

/**
 * What a policy is asked for a case: in triage for nothing but the kind, so that no policy tells of a subject before the board does.
 * @param today the day on which the board is asked for its administration: it may be younger than the case, and another may have succeeded it
 */
export function policyQuestion({ kind, board, category, receivedDate }: Promised, today: LocalDate, org: Organisation): PolicyQuestion {
  if (board === undefined) return { kind, administrationCode: null, complaintLaw: null };
  const responsible = successorOn(org, board, today) ?? boardNear(org, board, today);
  const subject = category === undefined ? undefined : categoryNear(org, category, receivedDate);
  return { kind, administrationCode: responsible?.administration.code ?? null, complaintLaw: subject?.complaintLaw ?? null };
}
