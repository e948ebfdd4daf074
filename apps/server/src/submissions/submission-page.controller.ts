import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandIdReused } from '#commands';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { tryCookies } from '../access/cookie-trial.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { check } from '../forms/check.js';
import { complaintsOf, nothingFilled, type Filled } from '../forms/field.js';
import { formOf } from '../forms/form.js';
import { TakesForm } from '../forms/takes-form.decorator.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { identify } from '../requests/command-request.js';
import { ReceiptPage } from './receipt-page.js';
import { byFieldName, faultsOf, submissionFields, submissionSaid } from './submission-form.js';
import { submissionTexts } from './submission.texts.js';
import { ContactRequest, SubmissionRequest } from './submission.request.js';
import { caseIdOf, TakeIn } from './take-in.js';

interface Again extends Filled {
  readonly status?: number;
  /** What to say above the form, when nothing is wrong with a field. */
  readonly notice?: string;
  /** The nonce to keep: nothing was done with it yet. */
  readonly again?: string;
}

const path = '/lamna-synpunkt';

@ApiExcludeController()
@Controller(inBothPaths())
export class SubmissionPageController {
  constructor(
    private readonly pages: PageAnswer,
    private readonly door: TakeIn,
    private readonly node: SynpunkterNode,
    private readonly receipt: ReceiptPage,
  ) {}

  @Get('lamna-synpunkt')
  @Policy('submit')
  form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    // Kept by this browser, so that going back after sending finds the same form, and sending it again the same receipt.
    void reply.header('cache-control', 'private, no-cache');
    tryCookies(request, reply, this.node.parts.sender.publicUrl);
    return this.show(request, reply, nothingFilled);
  }

  @Post('lamna-synpunkt')
  @TakesForm(SubmissionRequest, ContactRequest)
  @Policy('submit')
  async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { fields, nonce, expired } = formOf(request);
    const language = languageOf(request.url);
    const t = submissionTexts[language];
    const checked = await check(SubmissionRequest, submissionSaid({ ...fields, language }));
    if ('faults' in checked) return this.show(request, reply, { fields, faults: byFieldName(checked.faults), status: 422, again: nonce });
    if (expired) return this.show(request, reply, { fields, faults: {}, status: 422, notice: t.expired });

    const { contact, ...said } = checked.asked;
    const submission = { ...said, channel: 'web', ...(contact && { contact }) } as const;
    try {
      const asked = identify(request, this.node.mac);
      const receipt = await this.door.takeIn(submission, asked, 'submitter');
      const shown = Object.assign(receipt, { hasEmail: contact?.email !== undefined });
      return await this.receipt.handOver({ request, reply }, caseIdOf(asked), shown);
    } catch (error) {
      const faults = faultsOf(error);
      if (faults) return this.show(request, reply, { fields, faults, status: 422, again: nonce });
      if (error instanceof CommandIdReused) return this.show(request, reply, { fields, faults: {}, status: 409, notice: t.sentBefore });
      throw error;
    }
  }

  private show(request: FastifyRequest, reply: FastifyReply, { status = 200, notice, again, ...filled }: Again): string {
    const language = languageOf(request.url);
    const organisation = this.node.organisation.state;
    const today = localDate(this.node.now());
    const { ownAddresses } = this.door;
    const { about, contact } = submissionFields({ language, organisation, today, ownAddresses }, filled);
    return this.pages.show({ request, reply }, 'submit', {
      title: submissionTexts[language].title,
      status,
      model: {
        action: inLanguage(language, path),
        seal: this.pages.seals.make(request, path, { again }),
        about,
        contact,
        complaints: complaintsOf([...about, ...contact]),
        notice: notice ?? null,
        phone: organisation.description?.phone ?? '',
        personalData: inLanguage(language, '/personuppgifter'),
      },
    });
  }
}
