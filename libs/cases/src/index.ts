/**
 * WHAT IS TRUE OF A CASE: its events, its state, and one decision per file. Pure; knows no clock, no id, no database, no HTTP.
 */
export { caseStatuses, isInTriage, isSecret, notReceived, type Case, type CaseStatus, type Known, type ReceivedCase } from './case.js';
export type { CaseEvent, CaseFacts, Contact, RoutingBasis, SecrecyLevel } from './events.js';
export { caseEventTypes, evolve, replay } from './evolve.js';
export type { Personal } from './personal.js';
export { caseUpcasters } from './upcasters.js';
export { Refusal, refusalCodes, type RefusalCode } from './refusal.js';
export * from './vocabulary.js';
export { reasonsWithoutDate, withoutDate, type WithoutDate } from './without-date.js';
export { extentIn, walledOf, type Extent, type Reach, type Walled } from './wall.js';

export { acceptTransfer, type AcceptTransfer } from './accept-transfer.js';
export { acknowledge, type Acknowledge } from './acknowledge.js';
export { isAcknowledgedAtOnce } from './acknowledged-at-once.js';
export { addNote } from './add-note.js';
export { answer } from './answer.js';
export { answerReview, type AnswerReview } from './answer-review.js';
export { askClarification, type AskClarification } from './ask-clarification.js';
export { assign } from './assign.js';
export { classify } from './classify.js';
export { close } from './close.js';
export { completeAction } from './complete-action.js';
export { correctReceiptDate, type CorrectReceiptDate } from './correct-receipt-date.js';
export { dateReceipt, type DateReceipt } from './date-receipt.js';
export { declineTransfer, type DeclineTransfer } from './decline-transfer.js';
export { giveDelayNotice, type GiveDelayNotice } from './give-delay-notice.js';
export { liftSecrecy } from './lift-secrecy.js';
export { markSecrecy } from './mark-secrecy.js';
export { planAction, type PlanAction } from './plan-action.js';
export { promiseAnswer, type PromiseAnswer } from './promise-answer.js';
export { requireReceiptDay } from './require-day.js';
export { rateAnswer, type RateAnswer } from './rate-answer.js';
export { receive, type Receive } from './receive.js';
export { receiveClarification } from './receive-clarification.js';
export { recountPromises, type RecountPromises } from './recount.js';
export { recallTransfer, type RecallTransfer } from './recall-transfer.js';
export { refer } from './refer.js';
export { register } from './register.js';
export { reopen, type Reopen } from './reopen.js';
export { replaceAccessCode } from './replace-access-code.js';
export { requestReview, type RequestReview } from './request-review.js';
export { route, type Route } from './route.js';
export { ruleOutSecrecy } from './rule-out-secrecy.js';
export { succeedBoards, type SucceedBoards, type SucceededBoard } from './succeed-boards.js';
export { sendTransfer, type SendTransfer } from './send-transfer.js';
