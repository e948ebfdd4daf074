import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keepsCookies } from '../access/cookie-trial.js';
import { longDate } from '../pages/dates-in-words.js';
import { inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer, seeOther } from '../pages/page-answer.js';
import { ReceiptCookie, type ShownReceipt } from './receipt-cookie.js';
import { receiptTexts } from './submission.texts.js';

type Asking = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Hands over what one is given for a synpunkt. */
@Injectable()
export class ReceiptPage {
  constructor(
    private readonly pages: PageAnswer,
    private readonly receipts: ReceiptCookie,
  ) {}

  /** On a page of its own, which can be loaded again; at once where the browser keeps no cookies, for it would get there without the receipt. */
  async handOver(asking: Asking, caseId: string, receipt: ShownReceipt): Promise<string> {
    if (!keepsCookies(asking.request)) return this.show(asking, receipt);
    await this.receipts.keep(asking, caseId, receipt);
    return seeOther(asking.reply, inLanguage(languageOf(asking.request.url), '/kvitto'));
  }

  /** The receipt that this browser was given, or that it is shown no longer. */
  async showAgain(asking: Asking): Promise<string> {
    return this.show(asking, await this.receipts.read(asking.request));
  }

  private show(asking: Asking, receipt: ShownReceipt | undefined): string {
    const language = languageOf(asking.request.url);
    const t = receiptTexts[language];
    const links = { follow: inLanguage(language, '/folj'), another: inLanguage(language, '/lamna-synpunkt') };
    if (!receipt) return this.pages.show(asking, 'receipt', { title: t.goneTitle, model: { receipt: null, links } });
    const { reference, receiptCode, receivedDate, promisedDate, withoutDate, hasEmail, advice = [] } = receipt;
    const shown = {
      ...{ reference, receiptCode, hasEmail, advice },
      received: receivedDate && longDate(receivedDate, language),
      promised: promisedDate && longDate(promisedDate, language),
      withoutDate: withoutDate && t.withoutDate[withoutDate],
    };
    return this.pages.show(asking, 'receipt', { title: t.title, model: { receipt: shown, links } });
  }
}
