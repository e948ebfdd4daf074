import { Controller, Get, Header, NotFoundException, Param, ParseIntPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MailboxMessage } from '#mailer';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { moment } from '../pages/dates-in-words.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { Mailbox } from './mailbox.js';
import { mailboxTexts } from './mailbox.texts.js';

/** The mails of an evaluation. Part of the program only then; in production there is no such page. */
@ApiExcludeController()
@Controller(inBothPaths('dev/mail'))
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly pages: PageAnswer,
  ) {}

  @Get()
  @Policy('open')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const language = languageOf(request.url);
    const mails = (await this.mailbox.messages()).map(({ id, subject, to, at }) => ({
      ...{ subject, to: to.join(', '), at },
      link: inLanguage(language, `/dev/mail/${id}`),
      when: moment(at, language),
    }));
    return this.pages.show({ request, reply }, 'mailbox', { title: mailboxTexts[language].title, model: { mails } });
  }

  @Get(':id')
  @Policy('open')
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<string> {
    const language = languageOf(request.url);
    const { subject, to, text, headers } = await this.find(id);
    // The frame shows what our own page serves; the page may hold no frame but this.
    void reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    const model = {
      ...{ subject, text, headers },
      to: to.join(', '),
      html: `/dev/mail/${id}/html`,
      back: inLanguage(language, '/dev/mail'),
    };
    return this.pages.show({ request, reply }, 'mail', { title: subject, model });
  }

  /** As a mail program would show it: no script, no form, nothing fetched; its links open outside the frame. */
  @Get(':id/html')
  @Policy('open')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
  )
  @Header('x-frame-options', 'SAMEORIGIN')
  async html(@Param('id', ParseIntPipe) id: number): Promise<string> {
    return (await this.find(id)).html.replace('<head>', '<head><base target="_blank">');
  }

  private async find(id: number): Promise<MailboxMessage> {
    const mail = await this.mailbox.message(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }
}
