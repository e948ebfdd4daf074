import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { Refusal, type Case, type SucceedBoards } from '#cases';
import * as commands from '#commands';
import { deriveUuid, type Recorded } from '#event-log';
import { receiptCode, receiptCodeHash, showReceiptCode, type CaseAction } from '#identity';
import { subjectOf, SynpunkterNode } from '#node';
import { boardNear, boardOn, calendarOf, categoryOn, externalBodyOn, isSecrecyArea, successorOn } from '#organisation';
import { daysAround, localDate, type Days } from '#promises';
import { callerOf } from '../access/caller.js';
import { requireRight } from '../access/permit.js';
import { BoardEnded, RequestProblem } from '../problems/problem.js';
import { caseRequest } from '../requests/command-request.js';
import type * as asked from './case-requests.js';

type Outcome = commands.Outcome;
type Past = readonly Recorded[];

/** Everything that is done to a case from outside, for the API and the pages alike: checks names against the organisation and sends the command. */
@Injectable()
export class Casework {
  constructor(
    private readonly bus: CommandBus,
    private readonly node: SynpunkterNode,
  ) {}

  /** Where the answer is counted from the acknowledgement, its date is promised now. */
  acknowledge(request: FastifyRequest, caseId: string, { by, on }: asked.AcknowledgementRequest): Promise<Outcome> {
    const { days } = this;
    const around = { org: this.organisation, today: days.today };
    const prepare = (state: Case) => {
      const promised = commands.promisedOnAcknowledgement(on, this.promisedTo(state), around);
      return { by, on, days, ...(promised && { promised }) };
    };
    return this.bus.execute(new commands.AcknowledgeCase(this.as(request, 'acknowledge', caseId), prepare));
  }

  async classify(request: FastifyRequest, caseId: string, { category }: asked.ClassificationRequest): Promise<Outcome> {
    await this.requireRight(request, 'classify', caseId);
    const known = categoryOn(this.organisation, category, this.today);
    if (!known) throw unknown('category');
    const classified =
      known.secrecy === 'high'
        ? ({ secrecy: known.secrecy, secretCategory: known.code, by: 'person' } as const)
        : ({ secrecy: known.secrecy, category: known.code, by: 'person' } as const);
    return this.bus.execute(new commands.ClassifyCase(this.as(request, 'classify', caseId), classified));
  }

  /** Routes what nobody has routed yet; anything else it sends to the other board, which has to accept it. */
  async transfer(request: FastifyRequest, caseId: string, { board, reason, ...ground }: asked.TransferRequest): Promise<Outcome> {
    const inTriage = await this.isInTriage(caseId);
    await this.requireRight(request, inTriage ? 'route' : 'transfer', caseId);
    this.requireBoard(board);
    if (!inTriage)
      return this.bus.execute(new commands.SendTransfer(this.as(request, 'transfer', caseId), { to: board, reason, ...ground }));
    const secrecyArea = isSecrecyArea(this.organisation, board, this.today);
    return this.bus.execute(new commands.RouteCase(this.as(request, 'route', caseId), { board, secrecyArea, reason }));
  }

  answerTransfer(request: FastifyRequest, caseId: string, { accepted, reason }: asked.TransferAnswerRequest): Promise<Outcome> {
    const as = this.as(request, 'accept-transfer', caseId);
    if (accepted) {
      const prepare = (state: Case) => ({ secrecyArea: this.isOfferedToSecrecyArea(state), ...this.succession(state) });
      return this.bus.execute(new commands.AcceptTransfer(as, prepare));
    }
    if (reason === undefined) throw missing('reason');
    return this.bus.execute(new commands.DeclineTransfer(as, { reason }));
  }

  recallTransfer(request: FastifyRequest, caseId: string, { reason }: asked.ReasonRequest): Promise<Outcome> {
    return this.bus.execute(new commands.RecallTransfer(this.as(request, 'recall-transfer', caseId), { reason }));
  }

  /** Only who handles cases of the board that has it when the officer is appointed. */
  assign(request: FastifyRequest, caseId: string, { officer }: asked.AssignmentRequest): Promise<Outcome> {
    const prepare = (state: Case) => {
      if (state.status !== 'not-received' && !this.node.mayHandle(officer, state)) throw unknown('officer');
      return { officer };
    };
    return this.bus.execute(new commands.AssignCase(this.as(request, 'assign', caseId), prepare));
  }

  askClarification(request: FastifyRequest, caseId: string, { questions, replyBy }: asked.ClarificationRequest): Promise<Outcome> {
    const command = { questions, replyBy, days: this.days };
    return this.bus.execute(new commands.AskClarification(this.as(request, 'ask-clarification', caseId), command));
  }

  receiveClarification(request: FastifyRequest, caseId: string, { text, channel }: asked.ClarificationReplyRequest): Promise<Outcome> {
    const command = { text, channel };
    return this.bus.execute(new commands.ReceiveClarification(this.as(request, 'receive-clarification', caseId), command));
  }

  answer(request: FastifyRequest, caseId: string, { text, by }: asked.AnswerRequest): Promise<Outcome> {
    return this.bus.execute(new commands.AnswerCase(this.as(request, 'answer', caseId), { text, by }));
  }

  /** No further than the policy in force at receipt allows. */
  giveDelayNotice(request: FastifyRequest, caseId: string, { reason, due }: asked.DelayNoticeRequest): Promise<Outcome> {
    const { days } = this;
    const prepare = (state: Case) => {
      const known = state.status === 'not-received' ? { answerDue: undefined, extensions: null } : state.known;
      return { reason, due, days, limit: commands.extensionLimit(known, days, this.organisation) };
    };
    return this.bus.execute(new commands.GiveDelayNotice(this.as(request, 'give-delay-notice', caseId), prepare));
  }

  act(request: FastifyRequest, caseId: string, { completed, description, due, result }: asked.ActionRequest): Promise<Outcome> {
    if (completed !== undefined) {
      const done = { actionId: completed, ...(result !== undefined && { result }) };
      return this.bus.execute(new commands.CompleteAction(this.as(request, 'complete-action', caseId), done));
    }
    if (description === undefined) throw missing('description');
    if (due === undefined) throw missing('due');
    const as = this.as(request, 'plan-action', caseId);
    const actionId = deriveUuid('action', as.commandId);
    return this.bus.execute(new commands.PlanAction(as, { actionId, description, due, days: this.days }));
  }

  async refer(request: FastifyRequest, caseId: string, { body, ...how }: asked.ReferralRequest): Promise<Outcome> {
    await this.requireRight(request, 'refer', caseId);
    if (!externalBodyOn(this.organisation, body, this.today)) throw unknown('body');
    return this.bus.execute(new commands.ReferCase(this.as(request, 'refer', caseId), { body, ...how }));
  }

  close(request: FastifyRequest, caseId: string, { outcome, reason }: asked.ClosureRequest): Promise<Outcome> {
    const closed = { outcome, ...(reason !== undefined && { reason }) };
    return this.bus.execute(new commands.CloseCase(this.as(request, 'close', caseId), closed));
  }

  /** What the submitter says with the own code. */
  rate(request: FastifyRequest, caseId: string, { satisfied, reason }: asked.RatingRequest): Promise<Outcome> {
    const as = this.as(request, 'rate-answer', caseId);
    const said = { satisfied, ...(reason !== undefined && { reason }), by: 'submitter' } as const;
    return this.bus.execute(new commands.RateAnswer(as, { rating: said, writer: as.actor, answeredBy: undefined }));
  }

  /** What the submitter told the staff, who may not say it of their own answer. */
  noteRating(request: FastifyRequest, caseId: string, { satisfied, reason, channel }: asked.ToldRatingRequest): Promise<Outcome> {
    const as = this.as(request, 'rate-answer', caseId);
    const rating = { satisfied, ...(reason !== undefined && { reason }), by: 'staff', channel } as const;
    const prepare = (_: Case, past: Past) => ({ rating, writer: as.actor, answeredBy: commands.whoAnswered(past) });
    return this.bus.execute(new commands.RateAnswer(as, prepare));
  }

  /** Reopening after an answer makes a new promise, by the same policy, counted from today. Of a board that has ended it is its successor's. */
  reopen(request: FastifyRequest, caseId: string, { reason }: asked.ReasonRequest, by: 'submitter' | 'staff'): Promise<Outcome> {
    const { today } = this.days;
    const prepare = (state: Case) => {
      const promised = commands.promisedOnReopening(today, this.promisedTo(state), this.organisation);
      return { by, reason, ...(promised && { promised }), ...this.succession(state) };
    };
    return this.bus.execute(new commands.ReopenCase(this.as(request, 'reopen', caseId), prepare));
  }

  /** The second stage: what the policy promises of it is counted from today. */
  requestReview(request: FastifyRequest, caseId: string, { reason }: asked.ReasonRequest, by: 'submitter' | 'staff'): Promise<Outcome> {
    const { today } = this.days;
    const prepare = (state: Case) => {
      const promised = commands.promisedOnReview(today, this.promisedTo(state), this.organisation);
      return { by, reason, promised, ...this.succession(state) };
    };
    return this.bus.execute(new commands.RequestReview(this.as(request, 'request-review', caseId), prepare));
  }

  answerReview(request: FastifyRequest, caseId: string, { text, by }: asked.AnswerRequest): Promise<Outcome> {
    const as = this.as(request, 'answer-review', caseId);
    const prepare = (_: Case, past: Past) => ({ text, by, reviewer: as.actor, answeredBy: commands.whoAnswered(past) });
    return this.bus.execute(new commands.AnswerReview(as, prepare));
  }

  note(request: FastifyRequest, caseId: string, { text }: asked.NoteRequest): Promise<Outcome> {
    return this.bus.execute(new commands.AddNote(this.as(request, 'note', caseId), { text }));
  }

  markSecrecy(request: FastifyRequest, caseId: string, { provision }: asked.SecrecyMarkRequest): Promise<Outcome> {
    return this.bus.execute(new commands.MarkSecrecy(this.as(request, 'mark-secrecy', caseId), { provision }));
  }

  liftSecrecy(request: FastifyRequest, caseId: string, { reason }: asked.ReasonRequest): Promise<Outcome> {
    return this.bus.execute(new commands.LiftSecrecy(this.as(request, 'lift-secrecy', caseId), { reason }));
  }

  ruleOutSecrecy(request: FastifyRequest, caseId: string, { reason }: asked.ReasonRequest): Promise<Outcome> {
    return this.bus.execute(new commands.RuleOutSecrecy(this.as(request, 'rule-out-secrecy', caseId), { reason }));
  }

  correctReceiptDate(request: FastifyRequest, caseId: string, { to, reason }: asked.ReceiptDateRequest): Promise<Outcome> {
    const command = { to, reason, days: this.days };
    return this.bus.execute(new commands.CorrectReceiptDate(this.as(request, 'correct-receipt-date', caseId), command));
  }

  /** The new code is shown to whoever asked for it; the old one opens nothing from now on. */
  async replaceAccessCode(request: FastifyRequest, caseId: string): Promise<{ receiptCode: string }> {
    const as = this.as(request, 'replace-access-code', caseId);
    const code = receiptCode(as.commandId, this.node.mac);
    await this.bus.execute(new commands.ReplaceAccessCode(as, { accessCodeHash: receiptCodeHash(code, this.node.mac) }));
    return { receiptCode: showReceiptCode(code) };
  }

  private as(request: FastifyRequest, action: CaseAction, caseId: string): commands.CaseRequest {
    return caseRequest(request, action, { caseId, mac: this.node.mac, now: this.node.now() });
  }

  /** Who may not do a thing is told so, and not whether the names they gave exist. */
  private requireRight(request: FastifyRequest, action: CaseAction, caseId: string): Promise<void> {
    return requireRight({ caller: callerOf(request), action, caseId }, this.node);
  }

  private get organisation() {
    return this.node.organisation.state;
  }

  private get today(): string {
    return localDate(this.node.now());
  }

  /** The days that can be set and promised today. @throws Refusal while nobody knows what day it is */
  private get days(): Days {
    if (this.node.clock.guess() !== undefined) throw new Refusal('clock-in-doubt');
    return daysAround(this.today, calendarOf(this.organisation));
  }

  /** Only a board that takes in submissions today can be given a case; of one that has ended it is said who has its cases. */
  private requireBoard(code: string): void {
    if (boardOn(this.organisation, code, this.today)?.receivesSubmissions) return;
    const ended = boardNear(this.organisation, code, this.today);
    const successor = successorOn(this.organisation, code, this.today);
    throw ended && successor && successor.code !== code ? new BoardEnded(ended, successor) : unknown('board');
  }

  /** What the end of boards means for a case, where they may have ended since it was last given to one. */
  private succession(state: Case): { readonly succession?: SucceedBoards } {
    if (state.status === 'not-received') return {};
    const succeeded = commands.succeededOn(this.organisation, this.today);
    const mayHandle: commands.MayHandle = (personId, then) => this.node.mayHandle(personId, then);
    return succeeded.length === 0 ? {} : { succession: commands.successionFor(state, succeeded, mayHandle) };
  }

  private promisedTo(state: Case): commands.Promised | undefined {
    return commands.promisedTo(state, this.node.parts.keys);
  }

  private isOfferedToSecrecyArea(state: Case): boolean {
    return state.status === 'in-transfer' && (successorOn(this.organisation, state.to, this.today)?.neutralInMail ?? false);
  }

  private async isInTriage(caseId: string): Promise<boolean> {
    const state = await this.node.caseState(caseId);
    return state.status !== 'not-received' && subjectOf(state).inTriage;
  }
}

const unknown = (field: string): RequestProblem => new RequestProblem(422, 'invalid-request', [{ field, code: 'unknown' }]);
const missing = (field: string): RequestProblem => new RequestProblem(422, 'invalid-request', [{ field, code: 'isDefined' }]);
