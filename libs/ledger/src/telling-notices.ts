import type { CaseEvent, CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import { noticeIdOf, type NoticeKind } from '#notices';
import type { Told } from './promise-facts.js';

/** The notices on whose arrival a promise depends: every one, since each tells at least that the case has come in. */
const tellings: { readonly [Type in CaseEvent['type']]?: NoticeKind } = {
  CaseReceived: 'acknowledgement',
  TransferAccepted: 'moved',
  ClarificationAsked: 'clarification',
  ActionCompleted: 'action-done',
  ReferredToExternalBody: 'referred',
  CaseClosed: 'closed',
  AnswerGiven: 'answer',
  DelayNoticeGiven: 'delay',
  PromiseMade: 'review',
  ReviewAnswered: 'review-answer',
};

export interface TellingNotice {
  readonly noticeId: string;
  /** The event that it tells of. */
  readonly telling: string;
  readonly kind: NoticeKind;
}

/** The notices that the events of a case cause where there is an address; whether one was asked for, its own stream says. */
export const tellingNotices = (events: readonly Recorded[], { byMail }: Pick<Told, 'byMail'>): readonly TellingNotice[] =>
  events.flatMap(({ id, type, data }) => {
    const kind = byMail ? tellings[type as CaseEvent['type']] : undefined;
    const isTold = type !== 'PromiseMade' || (data as CaseFacts['PromiseMade']).promise === 'review';
    return kind && isTold ? [{ noticeId: noticeIdOf(id, kind), telling: id, kind }] : [];
  });
