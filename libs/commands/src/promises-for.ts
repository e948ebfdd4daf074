import type { CaseFacts } from '#cases';
import { calendarOf, type Organisation, type Policy } from '#organisation';
import { dateToTell, dueDateIfCovered, type LocalDate, type Term } from '#promises';
import { policyFor, type Promised } from './policy-for.js';

interface PromisedAtReceipt extends Promised {
  /** Whether receipt is acknowledged in the moment of receiving. */
  readonly acknowledged: boolean;
}

/** In which organisation something is promised, and on which day: nothing is promised for a day before it. */
export interface Occasion {
  readonly org: Organisation;
  readonly today: LocalDate;
}

/** What was promised lately, as long as the organisation stays as it is: most that comes in comes in today. */
const lately = new WeakMap<Organisation, Map<string, readonly CaseFacts['PromiseMade'][]>>();
const atMost = 1_000;

/**
 * What is promised to a submitter at receipt: all that is not counted from an acknowledgement, unless receipt is acknowledged at once.
 */
export function promisesFor(asked: PromisedAtReceipt, { org, today }: Occasion): readonly CaseFacts['PromiseMade'][] {
  const known = lately.get(org) ?? new Map<string, readonly CaseFacts['PromiseMade'][]>();
  if (known.size > atMost) known.clear();
  const key = `${asked.kind} ${asked.board ?? ''} ${asked.category ?? ''} ${asked.receivedDate} ${asked.acknowledged} ${today}`;
  const promised = known.get(key) ?? promisedAtReceipt(asked, { org, today });
  lately.set(org, known.set(key, promised));
  return promised;
}

/** The answer that is promised when receipt has been acknowledged on a day; undefined if none is counted from that. */
export function promisedOnAcknowledgement(
  on: LocalDate,
  asked: Promised | undefined,
  { org, today }: Occasion,
): CaseFacts['PromiseMade'] | undefined {
  const policy = asked && policyFor(asked, asked.receivedDate, org);
  return policy?.answer?.from === 'acknowledged'
    ? promise('answer', { term: policy.answer, from: on, policy }, { org, today })[0]
    : undefined;
}

/** The answer that is promised when a case is taken up again on a day; undefined if the policy promises none. */
export function promisedOnReopening(on: LocalDate, asked: Promised | undefined, org: Organisation): CaseFacts['PromiseMade'] | undefined {
  const policy = asked && policyFor(asked, on, org);
  return policy?.answer ? promise('answer', { term: policy.answer, from: on, policy }, { org, today: on })[0] : undefined;
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
    ...(acknowledge ? promise('review-acknowledgement', { term: acknowledge, from: on, policy: stage }, { org, today: on }) : []),
    ...promise('review', { term: answer, from: on, policy: stage }, { org, today: on }),
  ];
}

function promisedAtReceipt(asked: PromisedAtReceipt, occasion: Occasion): readonly CaseFacts['PromiseMade'][] {
  const from = asked.receivedDate;
  const policy = policyFor(asked, from, occasion.org);
  if (!policy) return [];
  const terms = [['acknowledgement', policy.acknowledge] as const, ['answer', policy.answer] as const];
  return terms.flatMap(([what, term]) =>
    term && (term.from === 'received' || asked.acknowledged) ? promise(what, { term, from, policy }, occasion) : [],
  );
}

interface Counted {
  readonly term: Term;
  /** The day that the term is counted from. */
  readonly from: LocalDate;
  readonly policy: Policy;
}

/** One promise, or none where no calendar tells the day. */
function promise(
  what: CaseFacts['PromiseMade']['promise'],
  { term, from, policy }: Counted,
  { org, today }: Occasion,
): [] | [CaseFacts['PromiseMade']] {
  const calendar = calendarOf(org);
  const found = dueDateIfCovered(from, term, calendar);
  if (!found) return [];
  const made = {
    promise: what,
    due: dateToTell(found.due, today, calendar),
    from,
    term: { unit: term.unit, count: term.count, roll: term.roll },
    extensions: what === 'answer' || what === 'review' ? policy.extensions : null,
    policy: policy.code,
    policyVersion: policy.version,
    calendar: calendar.version,
    countedDays: found.days.filter(({ counted }) => counted).length,
  };
  return [made];
}
