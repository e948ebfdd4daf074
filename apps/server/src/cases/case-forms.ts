import type { Type } from '@nestjs/common';
import { isInTriage, type ReceivedCase } from '#cases';
import type { CaseAction } from '#identity';
import { withoutConfirmation } from '../forms/asked-back.js';
import type { Fields } from '../forms/form.js';
import * as asked from './case-requests.js';
import { ratingSaid } from './rating-said.js';

/** A form of the case page: where it is sent, what the policy asks, what it must say, and in which cases it makes sense. */
export interface CaseForm<Asked extends object = object> {
  readonly path: string;
  readonly action: CaseAction;
  readonly asks: Type<Asked>;
  readonly fits: (state: ReceivedCase) => boolean;
  /** What the fields say, where it is not text. */
  readonly read?: (fields: Fields) => object;
  /** The field with a day of receipt, which is asked back if it lies long ago. */
  readonly asksBack?: string;
}

const form = <Asked extends object>(one: CaseForm<Asked>): CaseForm<Asked> => one;

/** A request that says nothing but that it is made. */
class NothingAsked {}

const isOpen = ({ status }: ReceivedCase): boolean => status !== 'closed';
const isSettled = (state: ReceivedCase): boolean => isOpen(state) && state.status !== 'in-transfer';
const isHandled = (state: ReceivedCase): boolean => isSettled(state) && !isInTriage(state);
const asTruth = ({ accepted, ...rest }: Fields): object => ({ ...rest, ...(accepted !== undefined && { accepted: accepted === 'yes' }) });

/** Everything that the staff can do to a case, in the order of the page. */
export const caseForms = {
  takeOver: form({
    path: 'besked',
    action: 'accept-transfer',
    asks: asked.TransferAnswerRequest,
    fits: ({ status }) => status === 'in-transfer',
    read: asTruth,
  }),
  recall: form({
    path: 'aterkallelse',
    action: 'recall-transfer',
    asks: asked.ReasonRequest,
    fits: ({ status }) => status === 'in-transfer',
  }),
  route: form({ path: 'fordelning', action: 'route', asks: asked.TransferRequest, fits: (state) => isSettled(state) && isInTriage(state) }),
  answerReview: form({
    path: 'omprovning-svar',
    action: 'answer-review',
    asks: asked.AnswerRequest,
    fits: (state) => isSettled(state) && state.known.review === 'under-way',
  }),
  answer: form({
    path: 'svar',
    action: 'answer',
    asks: asked.AnswerRequest,
    fits: (state) => isHandled(state) && state.known.review !== 'under-way',
  }),
  ask: form({ path: 'fraga', action: 'ask-clarification', asks: asked.ClarificationRequest, fits: isSettled }),
  reply: form({
    path: 'avsandarens-svar',
    action: 'receive-clarification',
    asks: asked.ClarificationReplyRequest,
    fits: ({ known }) => known.replyBy !== undefined,
  }),
  assign: form({ path: 'handlaggare', action: 'assign', asks: asked.AssignmentRequest, fits: isHandled }),
  transfer: form({ path: 'annan-namnd', action: 'transfer', asks: asked.TransferRequest, fits: isHandled }),
  delay: form({
    path: 'forsening',
    action: 'give-delay-notice',
    asks: asked.DelayNoticeRequest,
    fits: (state) => isOpen(state) && !state.known.answered && state.known.answerDue !== undefined,
  }),
  acknowledge: form({
    path: 'bekraftelse',
    action: 'acknowledge',
    asks: asked.AcknowledgementRequest,
    fits: (state) => isOpen(state) && !state.known.acknowledged,
  }),
  classify: form({ path: 'amne', action: 'classify', asks: asked.ClassificationRequest, fits: isOpen }),
  plan: form({ path: 'atgard', action: 'plan-action', asks: asked.ActionRequest, fits: isHandled }),
  complete: form({
    path: 'atgard-klar',
    action: 'complete-action',
    asks: asked.ActionRequest,
    fits: ({ known }) => known.actions.some(({ completed }) => !completed),
  }),
  rate: form({
    path: 'omdome',
    action: 'rate-answer',
    asks: asked.ToldRatingRequest,
    fits: ({ known }) => known.answered && known.rating?.by !== 'submitter',
    read: ratingSaid,
  }),
  note: form({ path: 'anteckning', action: 'note', asks: asked.NoteRequest, fits: () => true }),
  refer: form({
    path: 'hanvisning',
    action: 'refer',
    asks: asked.ReferralRequest,
    fits: isSettled,
    read: (fields) => ({ ...fields, forwarded: fields['forwarded'] === 'yes' }),
  }),
  close: form({ path: 'avslut', action: 'close', asks: asked.ClosureRequest, fits: isSettled }),
  reopen: form({
    path: 'aterupptagning',
    action: 'reopen',
    asks: asked.ReasonRequest,
    fits: ({ status }) => status === 'answered' || status === 'closed',
  }),
  requestReview: form({
    path: 'omprovning',
    action: 'request-review',
    asks: asked.ReasonRequest,
    fits: ({ known }) => known.answered && known.review === undefined,
  }),
  markSecrecy: form({
    path: 'sekretess',
    action: 'mark-secrecy',
    asks: asked.SecrecyMarkRequest,
    fits: ({ known }) => known.secrecyMark === undefined,
  }),
  liftSecrecy: form({
    path: 'havd-sekretess',
    action: 'lift-secrecy',
    asks: asked.ReasonRequest,
    fits: ({ known }) => known.secrecyMark !== undefined,
  }),
  ruleOutSecrecy: form({
    path: 'inte-hemligt',
    action: 'rule-out-secrecy',
    asks: asked.ReasonRequest,
    fits: ({ known }) => known.secrecySuspected,
  }),
  correctDate: form({
    path: 'ankomstdag',
    action: 'correct-receipt-date',
    asks: asked.ReceiptDateRequest,
    fits: () => true,
    read: withoutConfirmation,
    asksBack: 'to',
  }),
  newCode: form({ path: 'ny-kod', action: 'replace-access-code', asks: NothingAsked, fits: () => true }),
} as const;

export type CaseFormName = keyof typeof caseForms;

/** What a form asks, once it is checked. */
export type AskedBy<Name extends CaseFormName> = InstanceType<(typeof caseForms)[Name]['asks']>;

export const caseFormNames = Object.keys(caseForms) as CaseFormName[];
