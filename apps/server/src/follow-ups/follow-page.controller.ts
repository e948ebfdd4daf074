import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseReceiptCode } from '#identity';
import { SynpunkterNode } from '#node';
import { callerOf } from '../access/caller.js';
import { endTrial, keepsCookies, tryCookies } from '../access/cookie-trial.js';
import { Policy } from '../access/policy.decorator.js';
import { SignIn } from '../access/sign-in.js';
import { submitterCookie } from '../access/submitter-cookie.js';
import { leaveNothing } from '../access/way-out.js';
import { ApiExcludeController } from '../api/documented.js';
import { formOf } from '../forms/form.js';
import { TakesForm } from '../forms/takes-form.decorator.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
import { identify } from '../requests/command-request.js';
import { Following } from './following.js';
import { FollowPage, followPaths } from './follow-page.js';
import { followTexts } from './follow.texts.js';

/** Opens a case to the browser that shows its receipt code, and closes it again. */
@ApiExcludeController()
@Controller(inBothPaths('folj'))
export class FollowPageController {
  constructor(
    private readonly page: FollowPage,
    private readonly following: Following,
    private readonly node: SynpunkterNode,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @Policy('open')
  show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('klart') done: unknown,
  ): Promise<string> | string {
    const caller = callerOf(request);
    const { thanks } = followTexts[languageOf(request.url)];
    const said = done === 'ja' ? { notice: thanks } : {};
    if (caller.kind === 'submitter') return this.page.showCase({ request, reply }, caller.caseId, said);
    tryCookies(request, reply, this.signIn.sessions.publicUrl);
    return this.page.askForCode({ request, reply }, said);
  }

  /** Help with typing comes before anything is looked up, so it says nothing of any case. */
  @Post()
  @TakesForm('code')
  @Policy('submit')
  async open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { fields } = formOf(request);
    const { code = '' } = fields;
    if (code.trim() === '')
      return this.page.askForCode({ request, reply }, { status: 422, filled: { fields, faults: { code: 'missing' } } });
    const again = { filled: { fields, faults: { code: 'wrong' } } } as const;
    if (parseReceiptCode(code) === 'mistyped') return this.page.askForCode({ request, reply }, { status: 422, ...again });
    const opened = await this.following.open(code);
    if (!opened) return this.page.askForCode({ request, reply }, { status: 404, ...again });
    if (!keepsCookies(request)) {
      const { noCookies: notice } = followTexts[languageOf(request.url)];
      return this.page.showCase({ request, reply }, opened.caseId, { readOnly: true, notice });
    }
    const { name, value, options } = submitterCookie(this.signIn.sessions, opened, Date.now());
    void reply.setCookie(name, value, options);
    endTrial(request, reply, this.signIn.sessions.publicUrl);
    return seeOther(reply, inLanguage(languageOf(request.url), followPaths.code));
  }

  @Post('stang')
  @Policy('open')
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const caller = callerOf(request);
    if (caller.kind === 'submitter') await this.node.visits.end(caller.caseId, identify(request, this.node.mac).commandId);
    leaveNothing(reply, this.signIn.sessions);
    return seeOther(reply, inLanguage(languageOf(request.url), '/'));
  }
}
