import type { LocalDate } from '../calendar-day.js';
import { dayAfter } from '../next-day.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { firstDelivery } from './delivered.js';
import { judge, type Verdict } from './judge.js';
import type { PromiseKind } from './promise-fact.js';
import type { Ledger, PromiseRecord, Refutation } from './promise-record.js';
import { workingDayFrom } from '../working-day-from.js';

/** When people are told, in working days before and after a due date, as the policy says. */
export interface WorkPlan {
  readonly reminders: readonly number[];
  readonly escalations: readonly number[];
}

/** Who is told of a missed promise, in this order. There is nobody above the last. */
const ladder = ['officer', 'manager', 'head'] as const;
export type Rung = (typeof ladder)[number];

/** Something to be done once about a promise, by itself. */
export type DueWork = {
  /** The same for the same work whenever and wherever it is found, so that it is done once; another for another due date. */
  readonly key: string;
  readonly promise: string;
  readonly what: PromiseKind;
  readonly due: LocalDate;
  /** The day it belongs to, also if it is found later. */
  readonly on: LocalDate;
} & (
  | { readonly kind: 'reminder'; readonly workingDays: number; readonly to: 'officer' }
  /** It is recorded and told to nobody. */
  | { readonly kind: 'missed'; readonly to: undefined }
  | { readonly kind: 'escalation'; readonly workingDays: number; readonly to: Rung }
  /** What was told did not arrive, and somebody must tell it by another way; `by` is the event that says so. */
  | { readonly kind: 'undelivered'; readonly by: string; readonly to: 'officer' }
  /** The submitter has not replied to a question by the date that was asked for, and somebody must decide how to go on. */
  | { readonly kind: 'unreplied'; readonly to: 'officer' }
);

type About = Pick<DueWork, 'promise' | 'due'>;

/** What names work about a promise: the day it falls on does not, since a calendar that is put right moves it. */
export const workKey = {
  missed: ({ promise, due }: About): string => `${promise}/${due}/missed`,
  reminder: ({ promise, due }: About, workingDays: number): string => `${promise}/${due}/reminder/${workingDays}`,
  escalation: ({ promise, due }: About, to: Rung): string => `${promise}/${due}/escalation/${ladder.indexOf(to)}`,
  undelivered: ({ promise }: About, by: string): string => `${promise}/undelivered/${by}`,
  unreplied: ({ promise, due }: About): string => `${promise}/${due}/unreplied`,
};

interface Circumstances {
  readonly plan: WorkPlan;
  readonly calendar: WorkingCalendar;
}

/** What the promises of a case ask for, seen from a day. */
export interface Agenda {
  /** All that is to have been done by that day, whether it was done or not. A reminder ends with its promise, all else but the miss when what was promised arrives. */
  readonly due: readonly DueWork[];
  /** The first day after it on which there will be more, if nothing happens until then; undefined if never. */
  readonly nextOn: LocalDate | undefined;
}

/** Work whose day the calendar does not tell is none: a date beyond it disturbs no other promise. */
export function agendaOf(ledger: Ledger, around: Circumstances, today: LocalDate): Agenda {
  const due: DueWork[] = [];
  let nextOn: LocalDate | undefined;
  for (const promise of ledger) {
    const verdict = judge(promise, today);
    for (const work of workOn(promise, verdict, around)) {
      if (work.on <= today) {
        if (isWanted(work, verdict)) due.push(work);
      } else if (nextOn === undefined || work.on < nextOn) nextOn = work.on;
    }
  }
  return { due, nextOn };
}

/**
 * Everything that a promise can ask for as it stands, on whichever day. Of what is not ours to do we remind nobody; of a delay notice its
 * answer reminds.
 */
function workOn(promise: PromiseRecord, verdict: Verdict, around: Circumstances): DueWork[] {
  if (verdict.state === 'kept' || verdict.state === 'released') return [];
  const { id, what, madeOn } = promise;
  const { due } = verdict;
  const of = { promise: id, what, due };
  // Too late, but known: until three in the morning the day of work is still that of the due date, and the promise open.
  const hasArrived = firstDelivery(promise.attempts) !== undefined;
  if (what === 'clarification-reply') return hasArrived || isReleased(promise) ? [] : oncePassed(of, around, 'unreplied');
  const missed = oncePassed(of, around, 'missed');
  const remindsAnybody = what !== 'delay-notice';
  const reminders = remindsAnybody && verdict.state === 'open' ? remindersOf(of, around).filter(({ on }) => on > madeOn) : [];
  if (hasArrived) return [...reminders, ...missed];
  const undelivered = refutations(promise).map(({ by, on }): DueWork => {
    return { key: workKey.undelivered(of, by), kind: 'undelivered', on, by, to: 'officer', ...of };
  });
  return [...reminders, ...undelivered, ...missed, ...(remindsAnybody ? escalationsOf(of, around) : [])];
}

const isReleased = ({ release }: PromiseRecord): boolean => release !== undefined && !release.lifted;

type Subject = Pick<DueWork, 'promise' | 'what' | 'due'>;

/** What is to be done on the day after. */
function oncePassed(of: Subject, { calendar }: Circumstances, kind: 'missed' | 'unreplied'): DueWork[] {
  if (!calendar.covers(of.due)) return [];
  const on = dayAfter(of.due);
  return kind === 'missed'
    ? [{ key: workKey.missed(of), kind, on, to: undefined, ...of }]
    : [{ key: workKey.unreplied(of), kind, on, to: 'officer', ...of }];
}

const remindersOf = (of: Subject, { plan, calendar }: Circumstances): DueWork[] =>
  plan.reminders.flatMap((workingDays): DueWork[] => {
    const on = workingDayFrom(of.due, -workingDays, calendar);
    return on === undefined ? [] : [{ key: workKey.reminder(of, workingDays), kind: 'reminder', on, workingDays, to: 'officer', ...of }];
  });

const escalationsOf = (of: Subject, { plan, calendar }: Circumstances): DueWork[] =>
  ladder.flatMap((to, rung): DueWork[] => {
    const workingDays = plan.escalations[rung];
    const on = workingDays === undefined ? undefined : workingDayFrom(of.due, workingDays, calendar);
    if (workingDays === undefined || on === undefined) return [];
    return [{ key: workKey.escalation(of, to), kind: 'escalation', on, workingDays, to, ...of }];
  });

const refutations = ({ attempts }: PromiseRecord): Refutation[] =>
  attempts.flatMap(({ deliveries, besides }) => (besides ? [] : deliveries.flatMap(({ refuted }) => refuted ?? [])));

/** An open promise may be missed on a later day; until then only reminders are wanted, and word of what did not arrive. */
const isWanted = ({ kind }: DueWork, { state }: Verdict): boolean => state === 'missed' || kind === 'reminder' || kind === 'undelivered';
