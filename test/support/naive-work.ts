import { plusDays, plusWorked } from './naive-days.js';

/** Something that was recorded of a case, in the order of the log, as a test wrote it down. */
export type Noted = { readonly on: string; readonly id: string } & (
  | { readonly type: 'promised'; readonly what: 'acknowledgement' | 'answer'; readonly due: string }
  | { readonly type: 'told'; readonly what: 'acknowledgement' | 'answer' }
  | { readonly type: 'delayed'; readonly due: string }
  | { readonly type: 'arrived'; readonly telling: string }
  /** It came back, or was never taken. */
  | { readonly type: 'bounced'; readonly telling: string }
  | { readonly type: 'corrected'; readonly promise: string; readonly due: string }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'reopened' }
);
type Of<Type extends Noted['type']> = Extract<Noted, { readonly type: Type }>;

const reminders = [3, 1];
const escalations = [
  [1, 'officer'],
  [3, 'manager'],
  [5, 'head'],
] as const;

/**
 * What is to have been done about a case by a day, by what is known, with the day each belongs to. Reads the whole record again for
 * each promise and knows nothing of ledgers.
 */
export function naiveWork(past: readonly Noted[], today: string): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  past.forEach((made, index) => {
    if (made.type === 'promised') want(wanted, past, { made, index, due: dueOf(past, made, index), what: made.what }, today);
    if (made.type === 'delayed') {
      const late = past.slice(0, index).findLast((one): one is Of<'promised'> => one.type === 'promised' && one.what === 'answer');
      if (!late) return;
      const before = past.slice(0, index);
      want(wanted, past, { made, index, due: dueOf(before, late, before.indexOf(late)), what: 'delay-notice' }, today);
    }
  });
  return wanted;
}

interface Question {
  readonly made: Of<'promised'> | Of<'delayed'>;
  readonly index: number;
  readonly due: string;
  readonly what: 'acknowledgement' | 'answer' | 'delay-notice';
}

function want(wanted: Map<string, string>, past: readonly Noted[], question: Question, today: string): void {
  const { due } = question;
  const arrival = firstArrival(past, [...tellingsFor(past, question), ...strongerThan(past, question)]);
  const ended = endOf(past, question);
  if ([arrival, ended].some((day) => day !== undefined && day <= due)) return;
  const all =
    today <= due
      ? remindersOf(question)
      : [['missed', plusDays(due, 1)] as const, ...(arrival === undefined ? escalationsOf(question) : [])];
  for (const [name, on] of all) if (on <= today) wanted.set(`${question.made.id} ${due} ${name}`, on);
  if (arrival !== undefined) return;
  for (const { on, id } of cameBack(past, tellingsFor(past, question)))
    if (on <= today) wanted.set(`${question.made.id} undelivered ${id}`, on);
}

const cameBack = (past: readonly Noted[], tellings: readonly string[]): Of<'bounced'>[] =>
  past.filter((one): one is Of<'bounced'> => one.type === 'bounced' && tellings.includes(one.telling));

const remindersOf = ({ made, due, what }: Question) =>
  (what === 'delay-notice' ? [] : reminders)
    .map((days) => [`reminded ${days}`, plusWorked(due, -days)] as const)
    .filter(([, on]) => on > made.on);

const escalationsOf = ({ due, what }: Question) =>
  (what === 'delay-notice' ? [] : escalations).map(([days, to]) => [`escalated ${to}`, plusWorked(due, days)] as const);

/** What told of it: everything of its kind until another of its kind was promised. */
function tellingsFor(past: readonly Noted[], { made, index, what }: Question): string[] {
  if (what === 'delay-notice') return [made.id];
  const next = past.findIndex((one, place) => place > index && one.type === 'promised' && one.what === what);
  return past
    .slice(index, next === -1 ? undefined : next)
    .filter((one) => one.type === 'told' && one.what === what)
    .map(({ id }) => id);
}

/** What told more than was promised: an answer, or that it will be late. */
const strongerThan = (past: readonly Noted[], { index, what }: Question): string[] =>
  past
    .slice(index + 1)
    .filter((one) => what !== 'answer' && (one.type === 'delayed' || (one.type === 'told' && one.what === 'answer')))
    .map(({ id }) => id);

/** The earliest day on which one of these arrived and did not come back. */
function firstArrival(past: readonly Noted[], tellings: readonly string[]): string | undefined {
  const back = new Set(past.flatMap((one) => (one.type === 'bounced' ? [one.telling] : [])));
  const days = past.flatMap((one) => (one.type === 'arrived' && tellings.includes(one.telling) && !back.has(one.telling) ? [one.on] : []));
  return days.sort()[0];
}

/** The day on which nobody waited any more, if that still holds. */
function endOf(past: readonly Noted[], { index, what }: Question): string | undefined {
  if (what === 'acknowledgement') return undefined;
  let [end, lifted]: [string | undefined, boolean] = [undefined, false];
  for (const one of past.slice(index + 1)) {
    const over = end !== undefined && !lifted;
    if (one.type === 'withdrawn' && !over) [end, lifted] = [one.on, false];
    if (one.type === 'reopened') lifted = end !== undefined;
    if (one.type === 'promised' && one.what === what) lifted = false;
  }
  return lifted ? undefined : end;
}

/** The date last validly promised. */
function dueOf(past: readonly Noted[], made: Of<'promised'>, index: number): string {
  if (made.what !== 'answer') return made.due;
  const next = past.findIndex((one, place) => place > index && one.type === 'promised' && one.what === 'answer');
  const concerns = (place: number): boolean => place > index && (next === -1 || place < next);
  let [due, extended] = [made.due, false];
  past.forEach((one, place) => {
    if (one.type === 'corrected' && one.promise === made.id && !extended && one.due < due) due = one.due;
    if (one.type === 'delayed' && concerns(place) && one.due > due && arrivedBy(past, one.id, due)) [due, extended] = [one.due, true];
  });
  return due;
}

function arrivedBy(past: readonly Noted[], telling: string, day: string): boolean {
  const arrival = firstArrival(past, [telling]);
  return arrival !== undefined && arrival <= day;
}
