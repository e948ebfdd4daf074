import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret } from '#cases';
import { SynpunkterNode } from '#node';
import { Policy } from '../access/policy.decorator.js';
import { SignIn } from '../access/sign-in.js';
import { submitterCookie } from '../access/submitter-cookie.js';
import { ApiExcludeController } from '../api/documented.js';
import { CaseReading } from '../cases/case-reading.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
import { followPaths } from './follow-page.js';

/**
 * The link in a mail. It opens the case to this browser as the receipt code would, and changes nothing: whatever fetches links
 * in advance does no harm. What may be secret is not opened by something that travelled in a mail: there it leads to the code.
 */
@ApiExcludeController()
@Controller(inBothPaths('folj'))
export class MailLinkController {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
    private readonly signIn: SignIn,
  ) {}

  @Get(':token')
  @Policy('open')
  async follow(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<string> {
    const caseId = await this.caseOf(token);
    if (caseId !== undefined) {
      const { name, value, options } = submitterCookie(this.signIn.sessions, caseId, Date.now());
      void reply.setCookie(name, value, options);
    }
    return seeOther(reply, inLanguage(languageOf(request.url), followPaths.code));
  }

  /** Valid as long as the mail's address is the case's: who has the address later gets nothing by it. */
  private async caseOf(token: string): Promise<string | undefined> {
    const link = await this.node.mailLinks.open(token);
    const state = link && (await this.node.caseState(link.caseId));
    if (!state || state.status === 'not-received' || isSecret(state.known)) return undefined;
    const { email } = state.known.contact;
    return email !== undefined && this.reading.open(email) === this.reading.open(link.to) ? link.caseId : undefined;
  }
}
