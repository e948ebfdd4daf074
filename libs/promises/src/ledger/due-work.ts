import type { LocalDate } from '../local-date.js';
import { dayAfter } from '../next-day.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { judge, type Verdict } from './judge.js';
import type { Ledger, PromiseRecord } from './promise-record.js';
import { workingDayFrom } from './working-day-from.js';

/** When people are told, in working days before and after a due date, as the policy says. */
export interface WorkPlan {
  readonly reminders: readonly number[];
  readonly escalations: readonly number[];
}

/** Who is told of a missed promise, in this order. There is nobody above the last. */
const ladder = ['officer', 'manager', 'head'] as const;

/** Something to be done once about a promise, by itself. */
export interface DueWork {
  /** The same for the same work whenever and wherever it is found, so that it is done once; another for another due date. */
  readonly key: string;
  readonly kind: 'reminder' | 'missed' | 'escalation';
  readonly promise: string;
  readonly due: LocalDate;
  /** The day it belongs to, also if it is found later. */
  readonly on: LocalDate;
  /** Undefined for `missed`, which is recorded and told to nobody. */
  readonly to: (typeof ladder)[number] | undefined;
}

interface Circumstances {
  readonly plan: WorkPlan;
  readonly calendar: WorkingCalendar;
}

/** All that is to have been done by a day, whether it was done or not. A reminder ends with its promise, an escalation when what was promised arrives. */
export const dueWork = (ledger: Ledger, around: Circumstances, today: LocalDate): readonly DueWork[] =>
  ledger.flatMap((promise) => {
    const verdict = judge(promise, today);
    return workOn(promise, verdict.due, around).filter((work) => work.on <= today && isWanted(work, verdict));
  });

/** The first day after today on which there will be work, if nothing happens until then; undefined if never. */
export const nextWorkOn = (ledger: Ledger, around: Circumstances, today: LocalDate): LocalDate | undefined =>
  ledger
    .flatMap((promise) => {
      const verdict = judge(promise, today);
      return workOn(promise, verdict.due, around).filter((work) => work.on > today && mayBeWanted(work, verdict));
    })
    .map(({ on }) => on)
    .sort()[0];

/** Everything that a promise can ask for until it is kept. Of what is not ours to do we remind nobody; of a delay notice its answer reminds. */
function workOn({ id, what, madeOn }: PromiseRecord, due: LocalDate, { plan, calendar }: Circumstances): DueWork[] {
  if (what === 'clarification-reply') return [];
  const of = { promise: id, due };
  const missed: DueWork = { ...of, key: `${id}/${due}/missed`, kind: 'missed', on: dayAfter(due), to: undefined };
  if (what === 'delay-notice') return [missed];
  const reminders = plan.reminders.map((days): DueWork => {
    return { ...of, key: `${id}/${due}/reminder/${days}`, kind: 'reminder', on: workingDayFrom(due, -days, calendar), to: 'officer' };
  });
  const escalations = plan.escalations.slice(0, ladder.length).map((days, rung): DueWork => {
    return { ...of, key: `${id}/${due}/escalation/${rung}`, kind: 'escalation', on: workingDayFrom(due, days, calendar), to: ladder[rung] };
  });
  return [...reminders.filter(({ on }) => on > madeOn), missed, ...escalations];
}

function isWanted({ kind }: DueWork, verdict: Verdict): boolean {
  if (verdict.state === 'open') return kind === 'reminder';
  if (verdict.state !== 'missed') return false;
  return kind === 'missed' || (kind === 'escalation' && verdict.deliveredOn === undefined);
}

const mayBeWanted = (work: DueWork, verdict: Verdict): boolean => verdict.state === 'open' || isWanted(work, verdict);
