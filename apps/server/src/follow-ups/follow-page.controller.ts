import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseReceiptCode } from '#identity';
import { callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { SignIn } from '../access/sign-in.js';
import { submitterCookie } from '../access/submitter-cookie.js';
import { ApiExcludeController } from '../api/documented.js';
import { formOf } from '../forms/form.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
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
    if (caller.kind !== 'submitter') return this.page.askForCode({ request, reply });
    const { thanks } = followTexts[languageOf(request.url)];
    return this.page.showCase({ request, reply }, caller.caseId, done === 'ja' ? { notice: thanks } : {});
  }

  /** Help with typing comes before anything is looked up, so it says nothing of any case. */
  @Post()
  @Policy('submit')
  open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { fields } = formOf(request);
    const { code = '' } = fields;
    if (code.trim() === '')
      return this.page.askForCode({ request, reply }, { status: 422, filled: { fields, faults: { code: 'missing' } } });
    const again = { filled: { fields, faults: { code: 'wrong' } } } as const;
    if (parseReceiptCode(code) === 'mistyped') return this.page.askForCode({ request, reply }, { status: 422, ...again });
    const caseId = this.following.caseIdOf(code);
    if (caseId === undefined) return this.page.askForCode({ request, reply }, { status: 404, ...again });
    const { name, value, options } = submitterCookie(this.signIn.sessions, caseId, Date.now());
    void reply.setCookie(name, value, options);
    return seeOther(reply, inLanguage(languageOf(request.url), followPaths.code));
  }

  @Post('stang')
  @Policy('open')
  leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { name, options } = submitterCookie(this.signIn.sessions, '', 0);
    void reply.setCookie(name, '', { ...options, maxAge: 0 }).header('clear-site-data', '"cache", "storage"');
    return seeOther(reply, inLanguage(languageOf(request.url), '/'));
  }
}
