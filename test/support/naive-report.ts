import { outcomesWithoutAnswer, type CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import { localDate } from '#promises';
import { groupBy } from './group-by.js';
import { swedishCalendar } from './swedish-calendar.js';

/** Figures by name: so many of so many, or what they measure. */
export type NaiveFigures = Readonly<Record<string, readonly [value: number | string | null, n: number]>>;

interface NaiveQuestion {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** Every event of a case, whichever stream it stands in, in the order of the log. */
export type NaiveCase = readonly Recorded[];

/** Sorts a log by case. */
export function byCase(log: readonly Recorded[]): readonly NaiveCase[] {
  const noticed = new Map<string, string>();
  const about = (event: Recorded): string => {
    if (event.type === 'NoticeRequested') noticed.set(event.stream, (event.data as { caseId: string }).caseId);
    return noticed.get(event.stream) ?? event.stream.slice(event.stream.indexOf('-') + 1);
  };
  return [...groupBy(log, about).values()];
}

/**
 * The figures of a period by reading the events again and again, slowly and without anything that the views or the ledger are made of:
 * what a suspicious auditor would write.
 */
export function naiveReport(log: readonly NaiveCase[], { from, to, asOf }: NaiveQuestion): Map<string, NaiveFigures> {
  const today = localDate(asOf);
  const cases = log
    .map((events) => known(events, asOf))
    .filter((events) => from <= receivedOn(events) && receivedOn(events) <= to)
    .map((events) => readNaively(events, today))
    .filter((one) => one !== undefined);
  const groups = new Map([
    ['region', cases],
    ['customer-service', cases.filter(({ channel, routed }) => routed === undefined || ['phone', 'visit'].includes(channel))],
    ...[...groupBy(cases, ({ board }) => `board ${board}`)],
  ]);
  return new Map([...groups].filter(([, some]) => some.length > 0).map(([name, some]) => [name, figuresOf(some)]));
}

/** Up to the first event that was recorded later. Who asks for a mail has not told anybody anything yet. */
function known(events: NaiveCase, asOf: string): NaiveCase {
  const told: Recorded[] = [];
  for (const event of events) {
    if (event.type !== 'NoticeRequested' && event.metadata.recordedAt > asOf) break;
    told.push(event);
  }
  return told;
}

/** The day that counts; empty if nothing was received. */
function receivedOn(events: NaiveCase): string {
  const days = events.flatMap(({ type, data }) => {
    if (type === 'CaseReceived') return [(data as CaseFacts['CaseReceived']).receivedDate];
    return type === 'ReceiptDateCorrected' ? [(data as CaseFacts['ReceiptDateCorrected']).to] : [];
  });
  return days[days.length - 1] ?? '';
}

type Read = NonNullable<ReturnType<typeof readNaively>>;

function figuresOf(cases: readonly Read[]): NaiveFigures {
  const sum = (of: (one: Read) => number): number => cases.reduce((total, one) => total + of(one), 0);
  const share = (among: (one: Read) => boolean, is: (one: Read) => boolean): [number, number] => [
    sum((one) => (among(one) && is(one) ? 1 : 0)),
    sum((one) => (among(one) ? 1 : 0)),
  ];
  const decided = (what: string): [number, number] => {
    const states = (one: Read) => one.promises.filter((promise) => promise.what === what).map(({ state }) => state);
    return share(
      (one) => states(one).some((state) => state === 'kept' || state === 'missed'),
      (one) => !states(one).includes('missed'),
    );
  };
  const waits = cases.flatMap(({ wait }) => (wait === undefined ? [] : [wait])).sort((one, other) => one - other);
  /** The first that at least so many per cent do not exceed. */
  const rank = (percent: number) => waits.find((_, index) => (index + 1) * 100 >= percent * waits.length) ?? null;
  const overdue = cases.flatMap(({ overdueSince }) => (overdueSince === undefined ? [] : [overdueSince])).sort();
  const every = () => true;
  return {
    received: [cases.length, cases.length],
    'acknowledged-in-time': decided('acknowledgement'),
    'answered-in-time': decided('answer'),
    'days-to-answer-median': [rank(50), waits.length],
    'days-to-answer-p90': [rank(90), waits.length],
    'delay-notices-in-time': [sum(({ delays }) => delays.filter(Boolean).length), sum(({ delays }) => delays.length)],
    overdue: [overdue.length, cases.length],
    'oldest-overdue': [overdue[0] ?? null, overdue.length],
    transfers: [sum(({ transfers }) => transfers), cases.length],
    returns: [sum(({ returns }) => returns), cases.length],
    'first-board-right': share(
      ({ routed }) => routed !== undefined,
      ({ routed, board, transfers }) => transfers === 0 && routed === board,
    ),
    undeliverable: share(
      ({ mailed }) => mailed,
      ({ returned }) => returned,
    ),
    anonymous: share(every, ({ anonymous }) => anonymous),
    reopened: share(
      ({ ended }) => ended,
      ({ reopened }) => reopened,
    ),
    satisfaction: share(
      ({ rating }) => (rating?.data as CaseFacts['AnswerRated'] | undefined)?.by === 'submitter',
      ({ rating }) => (rating?.data as CaseFacts['AnswerRated'] | undefined)?.satisfied === true,
    ),
    'actions-promised': [sum(({ planned }) => planned.size), cases.length],
    'actions-done': [sum(({ done }) => done.size), sum(({ planned }) => planned.size)],
  };
}

/** What was told, and when it arrived: by mail, told in person, or there to be read with the receipt code. */
interface Telling {
  readonly id: string;
  readonly at: number;
}

function readNaively(events: NaiveCase, today: string) {
  const first = events.find(({ type }) => type === 'CaseReceived');
  if (!first) return undefined;
  const about = first.data as CaseFacts['CaseReceived'];
  const all = <Type extends keyof CaseFacts>(type: Type) =>
    events.flatMap((event, at) =>
      event.type === type ? [{ at, id: event.id, on: dayOf(event), data: event.data as CaseFacts[Type] }] : [],
    );
  const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];
  const mailed = about.contact?.email !== undefined;

  const byMail = (id: string): string[] => {
    const notice = events.find(({ type, metadata }) => type === 'NoticeRequested' && metadata.causationId === id)?.stream;
    const of = (type: string) => events.find((event) => event.stream === notice && event.type === type);
    const taken = of('NoticeHandedOver');
    return taken && !of('NoticeBounced') ? [dayOf(taken)] : [];
  };
  /** The first time that what an event told arrived and did not come back, by mail or otherwise. */
  const arrived = ({ id, by, on }: { id: string; by: string; on: string }): string | undefined =>
    [...byMail(id), ...(by === 'email' && mailed ? [] : [on])].sort()[0];
  const answers = all('AnswerGiven').map(({ data, ...told }) => ({ ...told, arrivedOn: arrived({ ...told, by: data.by }) }));
  const delays = all('DelayNoticeGiven').map(({ data, ...told }) => ({
    ...told,
    due: data.due,
    arrivedOn: arrived({ ...told, by: 'email' }),
  }));
  const receipts = all('CaseAcknowledged').map(({ data, ...told }) => ({
    ...told,
    arrivedOn: arrived({ ...told, by: data.by, on: data.on }),
  }));
  /** Whoever gets any of these knows that it came in. */
  const besides = events.flatMap(({ type, id }, at) =>
    tellBesides.includes(type) ? byMail(id).map((arrivedOn) => ({ at, arrivedOn })) : [],
  );
  const corrected = events.flatMap((event, at) => {
    const { promise, due } = event.data as { promise?: string; due?: string };
    return event.type === 'PromiseRecounted' ? [{ at, promise, due: due ?? '' }] : [];
  });
  const made = all('PromiseMade');

  const arrivalsOf = (tellings: readonly { arrivedOn: string | undefined }[]): string[] =>
    tellings.flatMap(({ arrivedOn }) => (arrivedOn === undefined ? [] : [arrivedOn]));
  /** By a receipt of its own, at the door, or by whatever else was told later. */
  const acknowledged = ({ at, mine, on }: { at: number; mine: (telling: { at: number }) => boolean; on: string }): string[] =>
    arrivalsOf([
      ...receipts.filter(mine),
      ...[...answers, ...delays, ...besides].filter((told) => at < told.at),
      { arrivedOn: atTheDoor({ about, mailed, on, arrived: arrived({ id: first.id, by: 'email', on }) }) },
    ]);

  const promises = made.map(({ at, id, on, data }, number) => {
    const { promise: what } = data;
    const until = made.slice(number + 1).find((later) => later.data.promise === what)?.at ?? Infinity;
    const mine = (telling: { at: number }) => at < telling.at && telling.at < until;
    const arrivals = what === 'answer' ? arrivalsOf(answers.filter(mine)) : acknowledged({ at, mine, on });
    const { due, counted } = standing(
      data,
      [
        ...(what === 'answer' ? delays.filter(mine).map((delay) => ({ ...delay, later: true })) : []),
        ...corrected.filter((one) => one.promise === id).map((one) => ({ ...one, later: false, arrivedOn: undefined })),
      ].sort((one, other) => one.at - other.at),
    );
    const deliveredOn = arrivals.sort()[0];
    const releasedOn = what === 'answer' ? release(events, at) : undefined;
    return { what, due, deliveredOn, releasedOn, counted, state: stateOf({ due, deliveredOn, releasedOn, today }) };
  });

  const owed = promises.filter(({ what }) => what === 'answer');
  const delivered = owed.flatMap(({ deliveredOn }) => (deliveredOn === undefined ? [] : [deliveredOn])).sort()[0];
  const boards = events.flatMap(({ type, data }) => {
    if (type === 'CaseRouted' || type === 'CaseSentToTriage') return [(data as { board: string }).board];
    return type === 'TransferAccepted' || type === 'BoardSucceeded' ? [(data as { to: string }).to] : [];
  });
  const path = pathOf(events);
  const planned = new Set(all('ActionPlanned').map(({ data }) => data.actionId));
  return {
    channel: about.channel,
    board: last(boards) ?? '',
    routed: path.first,
    transfers: all('TransferAccepted').length,
    returns: path.returns,
    mailed,
    anonymous: Object.keys(about.contact ?? {}).length === 0,
    returned: events.some(({ type }) => type === 'NoticeBounced' || type === 'NoticeFailed'),
    ended: events.some(({ type }) => type === 'AnswerGiven' || type === 'CaseClosed'),
    reopened: events.some(({ type }) => type === 'CaseReopened'),
    rating: last(events.slice(events.map(({ type }) => type).lastIndexOf('AnswerGiven') + 1).filter(({ type }) => type === 'AnswerRated')),
    planned,
    done: new Set(all('ActionCompleted').map(({ data }) => data.actionId)),
    promises,
    delays: owed.flatMap(({ counted }) => counted),
    wait: delivered === undefined ? undefined : workingDays(receivedOn(events), delivered),
    overdueSince: owed
      .filter(({ state, deliveredOn, releasedOn }) => state === 'missed' && deliveredOn === undefined && releasedOn === undefined)
      .map(({ due }) => due)
      .sort()[0],
  };
}

/** The board that a case was first routed to, by the name of whoever succeeded it there; and how often one that had had it got it again. */
function pathOf(events: NaiveCase): { first: string | undefined; returns: number } {
  let had: string[] = [];
  let routed: string[] = [];
  let returns = 0;
  for (const { type, data } of events) {
    const { board = '', from, to = '' } = data as { board?: string; from?: string; to?: string };
    if (type === 'TransferAccepted') returns += had.includes(to) ? 1 : 0;
    if (type === 'TransferAccepted') had.push(to);
    if (type === 'CaseRouted') [had, routed] = [had, routed].map((boards) => [...boards, board]) as [string[], string[]];
    if (type === 'BoardSucceeded')
      [had, routed] = [had, routed].map((boards) => boards.map((one) => (one === from ? to : one))) as [string[], string[]];
  }
  return { first: routed[0], returns };
}

/** Asked again and again of the same few instants. */
const days = new Map<string, string>();
function dayOf({ metadata: { recordedAt } }: Recorded): string {
  const day = days.get(recordedAt) ?? localDate(recordedAt);
  days.set(recordedAt, day);
  return day;
}

/** Receipt is told where it happens, except for what came as a letter or an e-mail; who has an address gets a mail. */
function atTheDoor({
  about,
  mailed,
  on,
  arrived,
}: {
  about: CaseFacts['CaseReceived'];
  mailed: boolean;
  on: string;
  arrived: string | undefined;
}) {
  if (mailed) return arrived;
  return ['letter', 'email'].includes(about.channel) ? undefined : on;
}

const tellBesides = ['TransferAccepted', 'ClarificationAsked', 'ActionCompleted', 'ReferredToExternalBody', 'CaseClosed'];

interface Change extends Omit<Telling, 'id'> {
  readonly due: string;
  /** Whether it is a delay notice; a correction moves the date earlier. */
  readonly later: boolean;
  readonly arrivedOn: string | undefined;
}

function standing({ due: first, extensions }: CaseFacts['PromiseMade'], changes: readonly Change[]) {
  let due = first;
  const counted: boolean[] = [];
  const moved = () => counted.filter(Boolean).length;
  const extendedBy = ({ due: later, arrivedOn = '9999' }: Change) =>
    later > due && moved() < (extensions?.atMost ?? Infinity) && arrivedOn <= due;
  const correctedBy = ({ due: earlier }: Change) => earlier < due && moved() === 0;
  for (const change of changes) {
    const moves = change.later ? extendedBy(change) : correctedBy(change);
    if (moves) due = change.due;
    if (change.later) counted.push(moves);
  }
  return { due, counted };
}

/** The day on which nobody waited for the answer any more; undefined if they do, or do again and were not promised another. */
function release(events: NaiveCase, at: number): string | undefined {
  let on: string | undefined;
  let lifted = false;
  for (const event of events.slice(at + 1)) {
    if (isPromise(event, 'answer')) lifted = false;
    if (event.type === 'CaseReopened') lifted = on !== undefined;
    if (!isClosedWithoutAnswer(event) || (on !== undefined && !lifted)) continue;
    [on, lifted] = [dayOf(event), false];
  }
  return lifted ? undefined : on;
}

const isClosedWithoutAnswer = ({ type, data }: Recorded): boolean =>
  type === 'CaseClosed' && outcomesWithoutAnswer.includes((data as CaseFacts['CaseClosed']).outcome);

const isPromise = ({ type, data }: Recorded, what: string): boolean =>
  type === 'PromiseMade' && (data as CaseFacts['PromiseMade']).promise === what;

function stateOf({
  due,
  deliveredOn,
  releasedOn,
  today,
}: Record<'due' | 'today', string> & Partial<Record<'deliveredOn' | 'releasedOn', string | undefined>>) {
  if (deliveredOn !== undefined && deliveredOn <= due) return 'kept';
  if (releasedOn !== undefined && releasedOn <= due) return 'released';
  return today <= due ? 'open' : 'missed';
}

const waited = new Map<string, number>();
function workingDays(after: string, until: string): number {
  const known = waited.get(after + until);
  if (known !== undefined) return known;
  let count = 0;
  for (let time = Date.parse(after) + 86_400_000; time <= Date.parse(until); time += 86_400_000)
    if (swedishCalendar.isWorkingDay(new Date(time).toISOString().slice(0, 10))) count += 1;
  waited.set(after + until, count);
  return count;
}
