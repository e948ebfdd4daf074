import { Body, Controller, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Policy } from '../access/policy.decorator.js';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '../api/documented.js';
import { CaseAnswer } from './case-answer.js';
import { CaseId } from './case-id.decorator.js';
import * as asked from './case-requests.js';
import { Casework } from './casework.js';

/** One collection per thing done to a case. Each answers with the case as it is afterwards, and its revision as ETag. */
@ApiTags('casework')
@ApiBearerAuth()
@ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'The revision that the caller saw, as an ETag. If the case has moved on: 412.',
})
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key again is a repetition and changes nothing.' })
@UseInterceptors(CaseAnswer)
@Controller('api/v1/cases/:caseId')
export class CaseworkController {
  constructor(private readonly casework: Casework) {}

  @Post('acknowledgements')
  @HttpCode(201)
  @Policy('acknowledge')
  acknowledge(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.AcknowledgementRequest) {
    return this.casework.acknowledge(request, caseId, body);
  }

  @Post('classifications')
  @HttpCode(201)
  @Policy('classify')
  classify(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ClassificationRequest) {
    return this.casework.classify(request, caseId, body);
  }

  @Post('transfers')
  @HttpCode(201)
  @Policy('transfer')
  transfer(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.TransferRequest) {
    return this.casework.transfer(request, caseId, body);
  }

  @Post('transfer-answers')
  @HttpCode(201)
  @Policy('accept-transfer')
  answerTransfer(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.TransferAnswerRequest) {
    return this.casework.answerTransfer(request, caseId, body);
  }

  @Post('transfer-recalls')
  @HttpCode(201)
  @Policy('recall-transfer')
  recallTransfer(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReasonRequest) {
    return this.casework.recallTransfer(request, caseId, body);
  }

  @Post('assignments')
  @HttpCode(201)
  @Policy('assign')
  assign(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.AssignmentRequest) {
    return this.casework.assign(request, caseId, body);
  }

  @Post('clarifications')
  @HttpCode(201)
  @Policy('ask-clarification')
  askClarification(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ClarificationRequest) {
    return this.casework.askClarification(request, caseId, body);
  }

  @Post('clarification-replies')
  @HttpCode(201)
  @Policy('receive-clarification')
  receiveClarification(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ClarificationReplyRequest) {
    return this.casework.receiveClarification(request, caseId, body);
  }

  @Post('answers')
  @HttpCode(201)
  @Policy('answer')
  answer(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.AnswerRequest) {
    return this.casework.answer(request, caseId, body);
  }

  @Post('delay-notices')
  @HttpCode(201)
  @Policy('give-delay-notice')
  giveDelayNotice(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.DelayNoticeRequest) {
    return this.casework.giveDelayNotice(request, caseId, body);
  }

  @Post('actions')
  @HttpCode(201)
  @Policy('plan-action')
  act(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ActionRequest) {
    return this.casework.act(request, caseId, body);
  }

  @Post('referrals')
  @HttpCode(201)
  @Policy('refer')
  refer(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReferralRequest) {
    return this.casework.refer(request, caseId, body);
  }

  @Post('closures')
  @HttpCode(201)
  @Policy('close')
  close(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ClosureRequest) {
    return this.casework.close(request, caseId, body);
  }

  @Post('reopenings')
  @HttpCode(201)
  @Policy('reopen')
  reopen(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReasonRequest) {
    return this.casework.reopen(request, caseId, body, 'staff');
  }

  @Post('reviews')
  @HttpCode(201)
  @Policy('request-review')
  requestReview(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReasonRequest) {
    return this.casework.requestReview(request, caseId, body, 'staff');
  }

  @Post('review-answers')
  @HttpCode(201)
  @Policy('answer-review')
  answerReview(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.AnswerRequest) {
    return this.casework.answerReview(request, caseId, body);
  }

  @Post('ratings')
  @HttpCode(201)
  @Policy('rate-answer')
  @ApiOperation({
    summary: 'Write down what the submitter said of the last answer; not for who gave it, nor over what the submitter said on the own page',
  })
  rate(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ToldRatingRequest) {
    return this.casework.noteRating(request, caseId, body);
  }

  @Post('notes')
  @HttpCode(201)
  @Policy('note')
  note(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.NoteRequest) {
    return this.casework.note(request, caseId, body);
  }

  @Post('secrecy-marks')
  @HttpCode(201)
  @Policy('mark-secrecy')
  markSecrecy(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.SecrecyMarkRequest) {
    return this.casework.markSecrecy(request, caseId, body);
  }

  @Post('secrecy-liftings')
  @HttpCode(201)
  @Policy('lift-secrecy')
  liftSecrecy(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReasonRequest) {
    return this.casework.liftSecrecy(request, caseId, body);
  }

  @Post('secrecy-judgements')
  @HttpCode(201)
  @Policy('rule-out-secrecy')
  @ApiOperation({ summary: 'Judge that nothing in a case is secret, whatever the rules suspected (`secrecySuspected`)' })
  ruleOutSecrecy(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReasonRequest) {
    return this.casework.ruleOutSecrecy(request, caseId, body);
  }

  @Post('receipt-date-corrections')
  @HttpCode(201)
  @Policy('correct-receipt-date')
  correctReceiptDate(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() body: asked.ReceiptDateRequest) {
    return this.casework.correctReceiptDate(request, caseId, body);
  }
}
