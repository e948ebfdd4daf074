import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SynpunkterNode } from '#node';
import { Policy } from '../access/policy.decorator.js';
import { OpenedCases } from '../access/opened-cases.js';
import { SignIn } from '../access/sign-in.js';
import { submitterCookie } from '../access/submitter-cookie.js';
import { ApiExcludeController } from '../api/documented.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
import { FollowPage, followPaths } from './follow-page.js';
import { followTexts } from './follow.texts.js';

/**
 * The link in a mail. It opens the case to this browser as the receipt code would, and changes nothing: whatever fetches links
 * in advance does no harm. What may be secret is not opened by something that travelled in a mail: there it leads to the code.
 */
@ApiExcludeController()
@Controller(inBothPaths('folj'))
export class MailLinkController {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly page: FollowPage,
    private readonly opened: OpenedCases,
    private readonly signIn: SignIn,
  ) {}

  @Get(':token')
  @Policy('open')
  async follow(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<string> {
    const toCode = () => seeOther(reply, inLanguage(languageOf(request.url), followPaths.code));
    if (formAddresses.includes(`${followPaths.code}/${token}`)) return toCode();
    const link = await this.node.mailLinks.open(token);
    if (!link) return this.page.askForCode({ request, reply }, { status: 404, notice: followTexts[languageOf(request.url)].noSuchLink });
    const opened = await this.opened.byLink(link);
    if (opened) {
      const { name, value, options } = submitterCookie(this.signIn.sessions, opened, Date.now());
      void reply.setCookie(name, value, options);
    }
    return toCode();
  }
}

/** Where the forms of a case are sent to: whoever asks for such an address, as by reloading it, is led back to the case. */
const formAddresses: readonly string[] = Object.values(followPaths);
