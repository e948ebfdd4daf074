import type { CaseFacts, Kind } from '#cases';
import { boardOn, calendarOf, policyOn, type Organisation } from '#organisation';
import { dueDate, type LocalDate, type Term } from '#promises';

interface Promised {
  readonly kind: Kind;
  readonly board: string;
  /** The day that the terms are counted from. */
  readonly from: LocalDate;
}

/** What was promised lately, as long as the organisation stays as it is: most that comes in comes in today. */
const lately = new WeakMap<Organisation, Map<string, readonly CaseFacts['PromiseMade'][]>>();
const atMost = 1_000;

/** What is promised to a submitter from a day on, by the policy in force on that day. */
export function promisesFor(asked: Promised, org: Organisation): readonly CaseFacts['PromiseMade'][] {
  const known = lately.get(org) ?? new Map<string, readonly CaseFacts['PromiseMade'][]>();
  if (known.size > atMost) known.clear();
  const key = `${asked.kind} ${asked.board} ${asked.from}`;
  const promised = known.get(key) ?? compute(asked, org);
  lately.set(org, known.set(key, promised));
  return promised;
}

function compute({ kind, board, from }: Promised, org: Organisation): readonly CaseFacts['PromiseMade'][] {
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
