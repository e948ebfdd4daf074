import type { CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import type { NoticeFacts } from '#notices';
import { groupBy } from './group-by.js';
import type { SinkMessage } from './smtp-sink.js';
import type { Submitters } from './submitters.js';

/** What became of everything that was sent in, by the log and by the relay. Every figure but the first four should be 0. */
export interface Account {
  readonly requests: number;
  readonly repetitions: number;
  readonly acknowledged: number;
  /** Messages that came twice, with the same bytes, each recorded as uncertain. */
  readonly deliveredAgain: number;
  /** Acknowledged, and not in the log. */
  readonly lost: number;
  /** Cases beyond one for each that was sent in. */
  readonly doubled: number;
  /** Cases without a diary number, and numbers that were given twice or skipped. */
  readonly misnumbered: number;
  /** Acknowledged, and without its mail. */
  readonly withoutMail: number;
  /** Messages of one id that differ. */
  readonly differingMail: number;
  /** Deliveries beyond the first of which the log does not say that they may have happened. */
  readonly unrecordedRepetitions: number;
  /** Answers that nobody should get, a changed receipt code among them. */
  readonly complaints: readonly string[];
}

/** Draws up the account. */
export function account(submitters: Submitters, events: readonly Recorded[], messages: readonly SinkMessage[]): Account {
  const { acknowledged, sent, requests, repetitions, complaints } = submitters;
  const received = events.filter(({ type }) => type === 'CaseReceived');
  const references = new Set(received.map(({ data }) => (data as CaseFacts['CaseReceived']).reference));
  const mailed = new Set(messages.flatMap(({ to }) => to));
  const byId = groupBy(messages, ({ messageId }) => messageId);
  const again = [...byId.values()].filter(({ length }) => length > 1);
  return {
    requests,
    repetitions,
    acknowledged: acknowledged.length,
    deliveredAgain: messages.length - byId.size,
    lost: acknowledged.filter(({ receipt }) => !references.has(receipt?.reference ?? '')).length,
    doubled: Math.max(received.length - sent.length, received.length - references.size),
    misnumbered: misnumbered(events, received.length),
    withoutMail: acknowledged.filter(({ email }) => !mailed.has(email)).length,
    differingMail: again.filter((copies) => new Set(copies.map(({ raw }) => raw)).size > 1).length,
    unrecordedRepetitions: unrecorded(again, events),
    complaints,
  };
}

/** The numbers of each series must be 1, 2, 3 … and one for each case. */
function misnumbered(events: readonly Recorded[], cases: number): number {
  const numbers = events
    .filter(({ type }) => type === 'CaseRegistered')
    .map(({ data }) => (data as CaseFacts['CaseRegistered']).diaryNumber.split('/') as [series: string, number: string]);
  const wrong = [...groupBy(numbers, ([series]) => series).values()].map((series) => {
    const given = new Set(series.map(([, number]) => Number(number)));
    return series.length - given.size + Math.max(...given) - given.size;
  });
  return cases - numbers.length + wrong.reduce((sum, one) => sum + one, 0);
}

function unrecorded(again: readonly (readonly SinkMessage[])[], events: readonly Recorded[]): number {
  const uncertain = groupBy(
    events.filter(({ type }) => type === ('NoticeUncertain' satisfies keyof NoticeFacts)),
    ({ stream }) => stream.slice('notice-'.length),
  );
  return again.reduce((sum, copies) => {
    const noticeId = /^<([^@]*)@/.exec(copies[0]?.messageId ?? '')?.[1] ?? '';
    return sum + Math.max(0, copies.length - 1 - (uncertain.get(noticeId)?.length ?? 0));
  }, 0);
}
