import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import * as decision from '#cases';
import type { CaseFacts } from '#cases';
import { decidedBy, DecideCase } from './decide-case.js';

/** The receiving board takes a case over. */
export class AcceptTransfer extends DecideCase<decision.AcceptTransfer> {}

/** Records that the submitter was told, by a person, that it has come in. */
export class AcknowledgeCase extends DecideCase<decision.Acknowledge> {}

/** Adds a note that the submitter never sees. */
export class AddNote extends DecideCase<CaseFacts['NoteAdded']> {}

/** Answers the submitter. */
export class AnswerCase extends DecideCase<CaseFacts['AnswerGiven']> {}

/** Answers whoever asked for a review. */
export class AnswerReview extends DecideCase<decision.AnswerReview> {}

/** Asks the submitter for what is missing. */
export class AskClarification extends DecideCase<decision.AskClarification> {}

/** Appoints the officer. */
export class AssignCase extends DecideCase<CaseFacts['CaseAssigned']> {}

/** Says what it concerns. */
export class ClassifyCase extends DecideCase<CaseFacts['CaseClassified']> {}

/** Ends the handling with an outcome. */
export class CloseCase extends DecideCase<CaseFacts['CaseClosed']> {}

/** A promised action has been done. */
export class CompleteAction extends DecideCase<CaseFacts['ActionCompleted']> {}

/** Corrects the day of receipt. */
export class CorrectReceiptDate extends DecideCase<decision.CorrectReceiptDate> {}

/** The other board does not take a case over. */
export class DeclineTransfer extends DecideCase<decision.DeclineTransfer> {}

/** Tells that the answer will be late, why, and when it comes. */
export class GiveDelayNotice extends DecideCase<decision.GiveDelayNotice> {}

/** Takes a secrecy marking away. */
export class LiftSecrecy extends DecideCase<CaseFacts['SecrecyLifted']> {}

/** Marks a case as possibly secret. */
export class MarkSecrecy extends DecideCase<CaseFacts['SecrecyMarked']> {}

/** Promises that something will be done. */
export class PlanAction extends DecideCase<decision.PlanAction> {}

/** Says, or writes down, whether the answer satisfied the submitter. */
export class RateAnswer extends DecideCase<decision.RateAnswer> {}

/** The board that sent a case takes the offer back. */
export class RecallTransfer extends DecideCase<decision.RecallTransfer> {}

/** Takes in the answer to the questions. */
export class ReceiveClarification extends DecideCase<CaseFacts['ClarificationReceived']> {}

/** Takes in a synpunkt, routed and promised. */
export class ReceiveCase extends DecideCase<decision.Receive> {}

/** Refers to who is responsible outside the organisation. */
export class ReferCase extends DecideCase<CaseFacts['ReferredToExternalBody']> {}

/** Writes down the diary number that the series gave. */
export class RegisterCase extends DecideCase<CaseFacts['CaseRegistered']> {}

/** Takes an answered or closed case up again. */
export class ReopenCase extends DecideCase<decision.Reopen> {}

/** Gives the submitter a new receipt code. */
export class ReplaceAccessCode extends DecideCase<CaseFacts['AccessCodeReplaced']> {}

/** Asks that somebody else look at the case again. */
export class RequestReview extends DecideCase<decision.RequestReview> {}

/** Gives a case in triage to its board. */
export class RouteCase extends DecideCase<decision.Route> {}

/** Judges that nothing in a case is secret. */
export class RuleOutSecrecy extends DecideCase<CaseFacts['SecrecyRuledOut']> {}

/** Sends a case to another board. */
export class SendTransfer extends DecideCase<decision.SendTransfer> {}

/** Everything that can be done to a case, and the decision that answers for it. */
export const caseCommandHandlers: Type<ICommandHandler>[] = [
  decidedBy(AcceptTransfer, decision.acceptTransfer),
  decidedBy(AcknowledgeCase, decision.acknowledge),
  decidedBy(AddNote, decision.addNote),
  decidedBy(AnswerCase, decision.answer),
  decidedBy(AnswerReview, decision.answerReview),
  decidedBy(AskClarification, decision.askClarification),
  decidedBy(AssignCase, decision.assign),
  decidedBy(ClassifyCase, decision.classify),
  decidedBy(CloseCase, decision.close),
  decidedBy(CompleteAction, decision.completeAction),
  decidedBy(CorrectReceiptDate, decision.correctReceiptDate),
  decidedBy(DeclineTransfer, decision.declineTransfer),
  decidedBy(GiveDelayNotice, decision.giveDelayNotice),
  decidedBy(LiftSecrecy, decision.liftSecrecy),
  decidedBy(MarkSecrecy, decision.markSecrecy),
  decidedBy(PlanAction, decision.planAction),
  decidedBy(RateAnswer, decision.rateAnswer),
  decidedBy(RecallTransfer, decision.recallTransfer),
  decidedBy(ReceiveClarification, decision.receiveClarification),
  decidedBy(ReceiveCase, decision.receive),
  decidedBy(ReferCase, decision.refer),
  decidedBy(RegisterCase, decision.register),
  decidedBy(ReopenCase, decision.reopen),
  decidedBy(ReplaceAccessCode, decision.replaceAccessCode),
  decidedBy(RequestReview, decision.requestReview),
  decidedBy(RouteCase, decision.route),
  decidedBy(RuleOutSecrecy, decision.ruleOutSecrecy),
  decidedBy(SendTransfer, decision.sendTransfer),
];
