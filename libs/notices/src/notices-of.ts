import type { Case, CaseEvent, Known, Language } from '#cases';
import { acknowledgement } from './acknowledgement.notice.js';
import { actionDone } from './action-done.notice.js';
import { answer } from './answer.notice.js';
import { clarification } from './clarification.notice.js';
import { closed } from './closed.notice.js';
import { dated } from './dated.notice.js';
import { delay } from './delay.notice.js';
import type { Desk } from './desk.js';
import type { Draft } from './draft.js';
import { moved } from './moved.notice.js';
import { noticeKinds, type NoticeKind } from './notice-kinds.js';
import { referred } from './referred.notice.js';
import { reviewAnswer } from './review-answer.notice.js';
import { review } from './review.notice.js';
import type { Tell } from './tell.js';

const tellings: Readonly<Record<NoticeKind, Tell>> = {
  acknowledgement,
  dated,
  moved,
  clarification,
  answer,
  delay,
  'action-done': actionDone,
  referred,
  closed,
  review,
  'review-answer': reviewAnswer,
};

/** What goes out although nobody but the submitter has acted: word that it came in by the form that is open to everybody. */
const isAutomatic = (kind: NoticeKind, { channel }: Known): boolean =>
  (kind === 'acknowledgement' || kind === 'dated') && channel === 'web';

/**
 * What an event tells the submitter by e-mail. Nothing if they left no address.
 * @param state the case as the command that caused the event left it (see `caseAfter`)
 */
export function noticesOf(event: CaseEvent, state: Case, desks: Readonly<Record<Language, Desk>>): readonly Draft[] {
  if (state.status === 'not-received') return [];
  const { caseId, reference, language, contact } = state.known;
  const desk = desks[language];
  const to = contact.email;
  if (to === undefined) return [];
  return noticeKinds.flatMap((kind) => {
    const told = tellings[kind](event, state, desk);
    if (!told) return [];
    const values = { ...everyMailSays(desk), reference, ...told.values };
    return [{ kind, caseId, reference, language, automatic: isAutomatic(kind, state.known), to, values, personal: told.personal ?? {} }];
  });
}

const everyMailSays = ({ organisation, contactPoint, phone, replyAddress, privacyUrl }: Desk) => ({
  organisation,
  contactPoint,
  phone,
  replyAddress,
  privacyUrl,
});
