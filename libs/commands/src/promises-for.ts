import type { CaseFacts, Kind } from '#cases';
import { boardOn, calendarOf, policyOn, type Organisation } from '#organisation';
import { dueDate, type LocalDate, type Term } from '#promises';

interface Promised {
  readonly kind: Kind;
  readonly board: string;
  /** The day that the terms are counted from. */
  readonly from: LocalDate;
}

/** What is promised to a submitter from a day on, by the policy in force on that day. */
export function promisesFor({ kind, board, from }: Promised, org: Organisation): CaseFacts['PromiseMade'][] {
  const administrationCode = boardOn(org, board, from)?.administration.code ?? null;
  const policy = policyOn(org, { administrationCode, kind }, from);
  if (!policy) return [];
  const calendar = calendarOf(org);
  const promise = (what: 'acknowledgement' | 'answer', term: Term): CaseFacts['PromiseMade'] => {
    const { due, days } = dueDate(from, term, calendar);
    const countedDays = days.filter(({ counted }) => counted).length;
    return { promise: what, due, policy: policy.code, policyVersion: policy.version, calendar: calendar.version, countedDays };
  };
  return [promise('acknowledgement', policy.acknowledge), promise('answer', policy.answer)];
}
