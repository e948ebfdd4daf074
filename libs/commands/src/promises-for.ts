import type { CaseFacts } from '#cases';
import { calendarOf, type Organisation, type Policy } from '#organisation';
import { dueDate, type LocalDate, type Term } from '#promises';
import { policyFor, type Promised } from './policy-for.js';

interface PromisedAtReceipt extends Promised {
  /** Whether receipt is acknowledged in the moment of receiving. */
  readonly acknowledged: boolean;
}

/** What was promised lately, as long as the organisation stays as it is: most that comes in comes in today. */
const lately = new WeakMap<Organisation, Map<string, readonly CaseFacts['PromiseMade'][]>>();
const atMost = 1_000;

/**
 * What is promised to a submitter at receipt: all that is not counted from an acknowledgement, unless receipt is acknowledged at once.
 */
export function promisesFor(asked: PromisedAtReceipt, org: Organisation): readonly CaseFacts['PromiseMade'][] {
  const known = lately.get(org) ?? new Map<string, readonly CaseFacts['PromiseMade'][]>();
  if (known.size > atMost) known.clear();
  const key = `${asked.kind} ${asked.board ?? ''} ${asked.category ?? ''} ${asked.receivedDate} ${asked.acknowledged}`;
  const promised = known.get(key) ?? promisedAtReceipt(asked, org);
  lately.set(org, known.set(key, promised));
  return promised;
}

/** The answer that is promised when receipt has been acknowledged on a day; undefined if none is counted from that. */
export function promisedOnAcknowledgement(
  on: LocalDate,
  asked: Promised | undefined,
  org: Organisation,
): CaseFacts['PromiseMade'] | undefined {
  const policy = asked && policyFor(asked, asked.receivedDate, org);
  return policy?.answer?.from === 'acknowledged' ? promise('answer', { term: policy.answer, from: on, policy }, org) : undefined;
}

/** The answer that is promised when a case is taken up again on a day; undefined if the policy promises none. */
export function promisedOnReopening(on: LocalDate, asked: Promised | undefined, org: Organisation): CaseFacts['PromiseMade'] | undefined {
  const policy = asked && policyFor(asked, on, org);
  return policy?.answer ? promise('answer', { term: policy.answer, from: on, policy }, org) : undefined;
}

/**
 * What is promised when somebody asks on a day that the case be looked at again; nothing if the policy knows no second stage. That it was
 * asked for is acknowledged in the same moment.
 */
export function promisedOnReview(on: LocalDate, asked: Promised | undefined, org: Organisation): readonly CaseFacts['PromiseMade'][] {
  const policy = asked && policyFor(asked, on, org);
  if (!policy?.secondStage) return [];
  const { acknowledge, answer, extensions } = policy.secondStage;
  const stage = { ...policy, extensions };
  return [
    ...(acknowledge ? [promise('review-acknowledgement', { term: acknowledge, from: on, policy: stage }, org)] : []),
    promise('review', { term: answer, from: on, policy: stage }, org),
  ];
}

function promisedAtReceipt(asked: PromisedAtReceipt, org: Organisation): readonly CaseFacts['PromiseMade'][] {
  const from = asked.receivedDate;
  const policy = policyFor(asked, from, org);
  if (!policy) return [];
  const terms = [['acknowledgement', policy.acknowledge] as const, ['answer', policy.answer] as const];
  return terms.flatMap(([what, term]) =>
    term && (term.from === 'received' || asked.acknowledged) ? [promise(what, { term, from, policy }, org)] : [],
  );
}

interface Counted {
  readonly term: Term;
  /** The day that the term is counted from. */
  readonly from: LocalDate;
  readonly policy: Policy;
}

function promise(what: CaseFacts['PromiseMade']['promise'], { term, from, policy }: Counted, org: Organisation): CaseFacts['PromiseMade'] {
  const calendar = calendarOf(org);
  const { due, days } = dueDate(from, term, calendar);
  const countedDays = days.filter(({ counted }) => counted).length;
  return {
    promise: what,
    due,
    from,
    term: { unit: term.unit, count: term.count, roll: term.roll },
    extensions: what === 'answer' || what === 'review' ? policy.extensions : null,
    policy: policy.code,
    policyVersion: policy.version,
    calendar: calendar.version,
    countedDays,
  };
}
