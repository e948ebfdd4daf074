import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { CaseId } from './case-id.decorator.js';
import { CaseFormHandling } from './case-form-handling.js';
import { caseFormNames, caseForms } from './case-forms.js';
import { CasePage } from './case-page.js';
import { Casework } from './casework.js';
import { confirmedDay } from '../forms/asked-back.js';
import { TakesForm } from '../forms/takes-form.decorator.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { casePath } from './forms-of-case.js';
import { casePageTexts } from './case-page.texts.js';

const at = caseForms;

/** A case for the staff: read it, and do one thing to it after another. */
@ApiExcludeController()
@Controller(inBothPaths('arbete/arenden/:caseId'))
export class CasePageController {
  constructor(
    private readonly page: CasePage,
    private readonly forms: CaseFormHandling,
    private readonly casework: Casework,
    private readonly pages: PageAnswer,
  ) {}

  @Get()
  @Policy('see-case')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CaseId() caseId: string,
    @Query('klart') done: unknown,
  ) {
    const name = caseFormNames.find((one) => one === done);
    return this.page.show({ request, reply, caseId }, name && { done: name });
  }

  @Post(at.takeOver.path)
  @TakesForm(at.takeOver.asks)
  @Policy('accept-transfer')
  takeOver(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'takeOver', (asked) => this.casework.answerTransfer(request, caseId, asked));
  }

  @Post(at.recall.path)
  @TakesForm(at.recall.asks)
  @Policy('recall-transfer')
  recall(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'recall', (asked) => this.casework.recallTransfer(request, caseId, asked));
  }

  @Post(at.route.path)
  @TakesForm(at.route.asks)
  @Policy('route')
  route(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'route', (asked) => this.casework.transfer(request, caseId, asked));
  }

  @Post(at.answer.path)
  @TakesForm(at.answer.asks)
  @Policy('answer')
  answer(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'answer', (asked) => this.casework.answer(request, caseId, asked));
  }

  @Post(at.ask.path)
  @TakesForm(at.ask.asks)
  @Policy('ask-clarification')
  ask(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'ask', (asked) => this.casework.askClarification(request, caseId, asked));
  }

  @Post(at.reply.path)
  @TakesForm(at.reply.asks)
  @Policy('receive-clarification')
  reply(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'reply', (asked) => this.casework.receiveClarification(request, caseId, asked));
  }

  @Post(at.assign.path)
  @TakesForm(at.assign.asks)
  @Policy('assign')
  assign(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'assign', (asked) => this.casework.assign(request, caseId, asked));
  }

  @Post(at.transfer.path)
  @TakesForm(at.transfer.asks)
  @Policy('transfer')
  transfer(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'transfer', (asked) => this.casework.transfer(request, caseId, asked));
  }

  @Post(at.delay.path)
  @TakesForm(at.delay.asks)
  @Policy('give-delay-notice')
  delay(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'delay', (asked) => this.casework.giveDelayNotice(request, caseId, asked));
  }

  @Post(at.acknowledge.path)
  @TakesForm(at.acknowledge.asks)
  @Policy('acknowledge')
  acknowledge(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'acknowledge', (asked) => this.casework.acknowledge(request, caseId, asked));
  }

  @Post(at.classify.path)
  @TakesForm(at.classify.asks)
  @Policy('classify')
  classify(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'classify', (asked) => this.casework.classify(request, caseId, asked));
  }

  @Post(at.plan.path)
  @TakesForm(at.plan.asks)
  @Policy('plan-action')
  plan(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'plan', (asked) => this.casework.act(request, caseId, asked));
  }

  @Post(at.complete.path)
  @TakesForm(at.complete.asks)
  @Policy('complete-action')
  complete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'complete', (asked) => this.casework.act(request, caseId, asked));
  }

  @Post(at.requestReview.path)
  @TakesForm(at.requestReview.asks)
  @Policy('request-review')
  requestReview(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'requestReview', (asked) =>
      this.casework.requestReview(request, caseId, asked, 'staff'),
    );
  }

  @Post(at.answerReview.path)
  @TakesForm(at.answerReview.asks)
  @Policy('answer-review')
  answerReview(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'answerReview', (asked) => this.casework.answerReview(request, caseId, asked));
  }

  @Post(at.rate.path)
  @TakesForm(at.rate.asks)
  @Policy('rate-answer')
  rate(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'rate', (asked) => this.casework.noteRating(request, caseId, asked));
  }

  @Post(at.note.path)
  @TakesForm(at.note.asks)
  @Policy('note')
  note(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'note', (asked) => this.casework.note(request, caseId, asked));
  }

  @Post(at.refer.path)
  @TakesForm(at.refer.asks)
  @Policy('refer')
  refer(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'refer', (asked) => this.casework.refer(request, caseId, asked));
  }

  @Post(at.close.path)
  @TakesForm(at.close.asks)
  @Policy('close')
  close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'close', (asked) => this.casework.close(request, caseId, asked));
  }

  @Post(at.reopen.path)
  @TakesForm(at.reopen.asks)
  @Policy('reopen')
  reopen(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'reopen', (asked) => this.casework.reopen(request, caseId, asked, 'staff'));
  }

  @Post(at.markSecrecy.path)
  @TakesForm(at.markSecrecy.asks)
  @Policy('mark-secrecy')
  markSecrecy(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'markSecrecy', (asked) => this.casework.markSecrecy(request, caseId, asked));
  }

  @Post(at.liftSecrecy.path)
  @TakesForm(at.liftSecrecy.asks)
  @Policy('lift-secrecy')
  liftSecrecy(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'liftSecrecy', (asked) => this.casework.liftSecrecy(request, caseId, asked));
  }

  @Post(at.ruleOutSecrecy.path)
  @TakesForm(at.ruleOutSecrecy.asks)
  @Policy('rule-out-secrecy')
  ruleOutSecrecy(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'ruleOutSecrecy', (asked) => this.casework.ruleOutSecrecy(request, caseId, asked));
  }

  @Post(at.correctDate.path)
  @TakesForm(at.correctDate.asks, confirmedDay)
  @Policy('correct-receipt-date')
  correctDate(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @CaseId() caseId: string) {
    return this.forms.handle({ request, reply, caseId }, 'correctDate', (asked) =>
      this.casework.correctReceiptDate(request, caseId, asked),
    );
  }

  /** Shown with the answer itself: sending the form again makes the same code. */
  @Post(at.newCode.path)
  @TakesForm(at.newCode.asks)
  @Policy('replace-access-code')
  async newCode(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CaseId() caseId: string,
  ): Promise<string> {
    const language = languageOf(request.url);
    const { receiptCode } = await this.casework.replaceAccessCode(request, caseId);
    const { codeTitle: title } = casePageTexts[language];
    const path = casePath(caseId);
    return this.pages.show({ request, reply }, 'new-code', { title, path, model: { receiptCode, back: inLanguage(language, path) } });
  }
}
