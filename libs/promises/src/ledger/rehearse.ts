import { dueDateIfCovered, type Term } from '../due-date.js';
import type { LocalDate } from '../calendar-day.js';
import { dateToTell } from '../date-to-tell.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { firstDelivery } from './delivered.js';
import { latestExtension } from './latest-extension.js';
import { judge, type Verdict } from './judge.js';
import type { Counted, PolicyPromise } from './promise-fact.js';
import type { Ledger, PromiseRecord } from './promise-record.js';
import { standingDate } from './standing-date.js';

/** A policy that nobody has decided yet. */
export interface ProposedPolicy {
  readonly policy: string;
  readonly policyVersion: number;
  readonly acknowledge: ProposedTerm | null;
  readonly answer: ProposedTerm | null;
  readonly extensions: { readonly atMost: number; readonly count: number } | null;
}

type ProposedTerm = Term & { readonly from: 'received' | 'acknowledged' };

/** A case as it went. */
export interface PastCase {
  readonly caseId: string;
  readonly receivedDate: LocalDate;
  readonly ledger: Ledger;
}

/** A promise that would have been another. A date is undefined where nothing was, or would be, promised. */
export interface Rehearsed {
  readonly caseId: string;
  readonly what: PolicyPromise;
  readonly due: LocalDate | undefined;
  readonly proposedDue: LocalDate | undefined;
  readonly state: Verdict['state'] | undefined;
  /** Undefined also where a promise would be new: whether it would have been kept, nobody can know. */
  readonly proposedState: Verdict['state'] | undefined;
}

interface Circumstances {
  readonly proposed: ProposedPolicy;
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
}

/** Runs a proposed policy on what has happened, with the same tellings on the same days, and says what would have been different. */
export const rehearse = (history: Iterable<PastCase>, around: Circumstances): readonly Rehearsed[] =>
  [...history].flatMap((past) => [
    ...rehearseFirst(past, { what: 'acknowledgement', term: around.proposed.acknowledge }, around),
    ...rehearseFirst(past, { what: 'answer', term: around.proposed.answer }, around),
  ]);

interface Proposal {
  readonly what: 'acknowledgement' | 'answer';
  readonly term: ProposedTerm | null;
}

/** The promise made at the first door. What was promised on reopening depends on the answer before it, which would have been another. */
function rehearseFirst(past: PastCase, { what, term }: Proposal, around: Circumstances): Rehearsed[] {
  const was = past.ledger.find((promise) => promise.what === what);
  const from = term && basisOf(past, term.from);
  if (!term || from === undefined || from === null) return was ? [compare(past, { what, was, would: undefined }, around.today)] : [];
  const counted = {
    from,
    term,
    policy: around.proposed.policy,
    policyVersion: around.proposed.policyVersion,
    calendar: around.calendar.version,
  };
  const due = dateProposed(from, term, { calendar: around.calendar, madeOn: madeOnIn(past, was) });
  if (due === undefined) return [];
  if (!was) return [{ caseId: past.caseId, what, due: undefined, proposedDue: due, state: undefined, proposedState: undefined }];
  const compared = compare(past, { what, was, would: asProposed(was, { due, counted }, around) }, around.today);
  return compared.due === compared.proposedDue && compared.state === compared.proposedState ? [] : [compared];
}

/** When it was promised, or the first of the other promises was. */
const madeOnIn = ({ ledger }: PastCase, was: PromiseRecord | undefined): LocalDate | undefined => (was ?? ledger[0])?.madeOn;

/** Undefined where no calendar tells the day. */
function dateProposed(
  from: LocalDate,
  term: Term,
  { calendar, madeOn = from }: { calendar: WorkingCalendar; madeOn: LocalDate | undefined },
): LocalDate | undefined {
  const computed = dueDateIfCovered(from, term, calendar)?.due;
  return computed === undefined ? undefined : dateToTell(computed, madeOn, calendar);
}

/** The day of receipt, or that on which receipt was acknowledged; undefined if it never was. */
function basisOf({ ledger, receivedDate }: PastCase, from: ProposedTerm['from']): LocalDate | undefined {
  if (from === 'received') return receivedDate;
  return firstDelivery(ledger.find(({ what }) => what === 'acknowledgement')?.attempts ?? [])?.on;
}

/** The same promise with another date and other limits. A correction belonged to the old rule. */
function asProposed(was: PromiseRecord, { due, counted }: { due: LocalDate; counted: Counted }, around: Circumstances): PromiseRecord {
  const { extensions } = around.proposed;
  const bare = { ...was, due, counted, extensionsAtMost: extensions?.atMost, changes: [] };
  return was.changes
    .filter((change) => change.kind === 'extension')
    .reduce<PromiseRecord>((would, extension) => {
      const limit = extensions && { count: extensions.count, calendar: around.calendar };
      const latest = limit ? latestExtension(standingDate(would).due, counted.term, limit) : undefined;
      return { ...would, changes: [...would.changes, { ...extension, latest }] };
    }, bare);
}

interface Comparison {
  readonly what: Proposal['what'];
  readonly was: PromiseRecord;
  readonly would: PromiseRecord | undefined;
}

function compare({ caseId }: PastCase, { what, was, would }: Comparison, today: LocalDate): Rehearsed {
  const [before, after] = [judge(was, today), would && judge(would, today)];
  return { caseId, what, due: before.due, proposedDue: after?.due, state: before.state, proposedState: after?.state };
}
