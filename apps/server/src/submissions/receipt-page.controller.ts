import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { longDate } from '../pages/dates-in-words.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { ReceiptCookie } from './receipt-cookie.js';
import { receiptTexts } from './submission.texts.js';

/** What one is given for a synpunkt: to be printed, and gone after a while. */
@ApiExcludeController()
@Controller(inBothPaths('kvitto'))
export class ReceiptPageController {
  constructor(
    private readonly pages: PageAnswer,
    private readonly receipts: ReceiptCookie,
  ) {}

  @Get()
  @Policy('submit')
  receipt(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const language = languageOf(request.url);
    const t = receiptTexts[language];
    const receipt = this.receipts.read(request);
    const links = { follow: inLanguage(language, '/folj'), another: inLanguage(language, '/lamna-synpunkt') };
    if (!receipt) return this.pages.show({ request, reply }, 'receipt', { title: t.goneTitle, model: { receipt: null, links } });
    const { reference, receiptCode, receivedDate, promisedDate, hasEmail } = receipt;
    const shown = {
      ...{ reference, receiptCode, hasEmail },
      received: longDate(receivedDate, language),
      promised: promisedDate && longDate(promisedDate, language),
    };
    return this.pages.show({ request, reply }, 'receipt', { title: t.title, model: { receipt: shown, links } });
  }
}
