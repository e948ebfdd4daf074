import { Controller, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret, Refusal } from '#cases';
import { CommandIdReused, PersonalNumberFound, type Outcome } from '#commands';
import { callerOf } from '../access/caller.js';
import { OpenedCases } from '../access/opened-cases.js';
import { Policy } from '../access/policy.decorator.js';
import { SignIn } from '../access/sign-in.js';
import { openedIn, submitterCookie } from '../access/submitter-cookie.js';
import { ApiExcludeController } from '../api/documented.js';
import { ClarificationReplyRequest, RatingRequest, ReasonRequest } from '../cases/case-requests.js';
import { Casework } from '../cases/casework.js';
import { ratingSaid } from '../cases/rating-said.js';
import { check } from '../forms/check.js';
import { formOf } from '../forms/form.js';
import { numberSaid } from '../forms/kept-number.js';
import { TakesForm } from '../forms/takes-form.decorator.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
import { RequestProblem } from '../problems/problem.js';
import { FollowPage, followPaths, type FollowForm } from './follow-page.js';
import { followTexts } from './follow.texts.js';

interface Asked<Said> {
  readonly form: FollowForm;
  readonly asks: Type<Said>;
  readonly said: object;
  readonly act: (caseId: string, said: Said) => Promise<Outcome>;
}

/** What a submitter can say in the own case: reply to a question, say whether the answer will do, and have it taken up again. */
@ApiExcludeController()
@Controller(inBothPaths('folj'))
export class SubmitterFormsController {
  constructor(
    private readonly page: FollowPage,
    private readonly casework: Casework,
    private readonly opened: OpenedCases,
    private readonly signIn: SignIn,
  ) {}

  @Post('svar')
  @TakesForm(ClarificationReplyRequest)
  @Policy('receive-clarification')
  reply(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.handle(request, reply, {
      form: 'reply',
      asks: ClarificationReplyRequest,
      said: { ...formOf(request).fields, channel: 'web' },
      act: (caseId, said) => this.casework.receiveClarification(request, caseId, said),
    });
  }

  @Post('omdome')
  @TakesForm(RatingRequest)
  @Policy('rate-answer')
  rate(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.handle(request, reply, {
      form: 'rate',
      asks: RatingRequest,
      said: ratingSaid(formOf(request).fields),
      act: (caseId, said) => this.casework.rate(request, caseId, said),
    });
  }

  @Post('omprovning')
  @TakesForm(ReasonRequest)
  @Policy('request-review')
  review(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.handle(request, reply, {
      form: 'review',
      asks: ReasonRequest,
      said: formOf(request).fields,
      act: (caseId, said) => this.casework.requestReview(request, caseId, said, 'submitter'),
    });
  }

  @Post('ateruppta')
  @TakesForm(ReasonRequest)
  @Policy('reopen')
  reopen(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.handle(request, reply, {
      form: 'reopen',
      asks: ReasonRequest,
      said: formOf(request).fields,
      act: (caseId, said) => this.casework.reopen(request, caseId, said, 'submitter'),
    });
  }

  private async handle<Said extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, asks, said, act }: Asked<Said>,
  ): Promise<string> {
    const caller = callerOf(request);
    if (caller.kind !== 'submitter') throw new RequestProblem(401, 'unauthenticated');
    const { fields, expired } = formOf(request);
    const language = languageOf(request.url);
    const t = followTexts[language];
    const again = { form, filled: { fields, faults: {} } };
    const show = (why: { status: number; notice?: string }) => this.page.showCase({ request, reply }, caller.caseId, { ...again, ...why });

    const checked = await check(asks, numberSaid(said));
    if ('faults' in checked) {
      const faults = Object.fromEntries(Object.keys(checked.faults).map((name) => [name, 'missing'] as const));
      return this.page.showCase({ request, reply }, caller.caseId, { form, filled: { fields, faults }, status: 422 });
    }
    if (expired) return show({ status: 422, notice: t.expired });
    try {
      const { state } = await act(caller.caseId, checked.asked);
      if (state.status !== 'not-received' && isSecret(state.known)) await this.keepOpen(request, reply);
      return seeOther(reply, `${inLanguage(language, followPaths.code)}?klart=ja`);
    } catch (error) {
      if (error instanceof Refusal || error instanceof CommandIdReused) return show({ status: 409, notice: t.late });
      if (error instanceof PersonalNumberFound) {
        const faults = Object.fromEntries(error.fields.map((name) => [name, 'personal-number'] as const));
        return this.page.showCase({ request, reply }, caller.caseId, { form, filled: { fields, faults }, status: 422 });
      }
      throw error;
    }
  }

  /** What the submitter has just said may itself have made the case one that is closed until it is judged. */
  private async keepOpen(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = openedIn(request.cookies, this.signIn.sessions, Date.now());
    const goesOn = visit && (await this.opened.afterOwnWords(visit));
    if (!goesOn) return;
    const { name, value, options } = submitterCookie(this.signIn.sessions, goesOn, Date.now());
    void reply.setCookie(name, value, options);
  }
}
