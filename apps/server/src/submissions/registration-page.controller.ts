import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { channels } from '#cases';
import { CommandIdReused } from '#commands';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { actorOf, callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { caseWords } from '../cases/case.texts.js';
import { RegistrationRequest } from '../cases/registration.request.js';
import { askBack, confirmationOf, confirmedDay, withoutConfirmation } from '../forms/asked-back.js';
import { check } from '../forms/check.js';
import { complaintsOf, fieldsOf, nothingFilled, type Field, type Filled } from '../forms/field.js';
import { formOf } from '../forms/form.js';
import { TakesForm } from '../forms/takes-form.decorator.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { identify } from '../requests/command-request.js';
import { ReceiptPage } from './receipt-page.js';
import { registrationTexts } from './registration.texts.js';
import { byFieldName, faultsOf, submissionFields, submissionSaid } from './submission-form.js';
import { ContactRequest } from './submission.request.js';
import { submissionTexts } from './submission.texts.js';
import { caseIdOf, TakeIn } from './take-in.js';

const path = '/arbete/registrera';

/** The form in which the staff write down what came by phone, visit, letter, e-mail or social media. */
@ApiExcludeController()
@Controller(inBothPaths('arbete/registrera'))
export class RegistrationPageController {
  constructor(
    private readonly pages: PageAnswer,
    private readonly door: TakeIn,
    private readonly node: SynpunkterNode,
    private readonly receipt: ReceiptPage,
  ) {}

  @Get()
  @Policy('register-submission')
  form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.show(request, reply, { ...nothingFilled, fields: { language: 'sv' } });
  }

  @Post()
  @TakesForm(RegistrationRequest, ContactRequest, confirmedDay)
  @Policy('register-submission')
  async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { fields, nonce, expired } = formOf(request);
    const said = await check(RegistrationRequest, submissionSaid(withoutConfirmation(fields)));
    const checked = askBack(said, 'arrivedOn', fields, this.today);
    if ('faults' in checked) return this.show(request, reply, { fields, faults: byFieldName(checked.faults), status: 422, again: nonce });
    const { contact, ...told } = checked.asked;
    const t = submissionTexts[languageOf(request.url)];
    if (expired) return this.show(request, reply, { fields, faults: {}, status: 422, notice: t.expired });
    try {
      const submission = { ...told, ...(contact && { contact }) };
      const asked = identify(request, this.node.mac);
      const receipt = await this.door.takeIn(submission, asked, actorOf(callerOf(request)));
      const shown = Object.assign(receipt, { hasEmail: contact?.email !== undefined });
      return await this.receipt.handOver({ request, reply }, caseIdOf(asked), shown);
    } catch (error) {
      const faults = faultsOf(error);
      if (faults) return this.show(request, reply, { fields, faults, status: 422, again: nonce });
      if (error instanceof CommandIdReused) return this.show(request, reply, { fields, faults: {}, status: 409, notice: t.sentBefore });
      throw error;
    }
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    { status = 200, notice, again, ...filled }: Filled & { status?: number; notice?: string; again?: string },
  ): string {
    const language = languageOf(request.url);
    const asked = { language, organisation: this.node.organisation.state, today: this.today, ownAddresses: this.door.ownAddresses };
    const { about, contact } = submissionFields(asked, filled);
    const arrival = this.arrival(request, filled);
    return this.pages.show({ request, reply }, 'register', {
      title: registrationTexts[language].title,
      status,
      model: {
        action: inLanguage(language, path),
        seal: this.pages.seals.make(request, path, { again }),
        ...{ arrival, about, contact },
        complaints: complaintsOf([...arrival, ...about, ...contact]),
        notice: notice ?? null,
      },
    });
  }

  private arrival(request: FastifyRequest, filled: Filled): Field[] {
    const language = languageOf(request.url);
    const t = registrationTexts[language];
    const form = fieldsOf('synpunkt', language, filled);
    const { optional } = submissionTexts[language];
    const ways = channels.filter((one) => one !== 'web').map((value) => ({ value, label: caseWords[language].channel[value] }));
    const languages = (['sv', 'en'] as const).map((value) => ({ value, label: t.languages[value] }));
    return [
      form.select({
        name: 'channel',
        label: t.channel,
        choices: [{ value: '', label: t.choose }, ...ways],
        faults: { missing: t.channelFault },
      }),
      form.date({ name: 'arrivedOn', label: t.arrivedOn, hint: t.arrivedHint, optional, faults: { wrong: t.arrivedFault } }),
      ...confirmationOf('arrivedOn', 'synpunkt', { language, filled }),
      form.radios({ name: 'language', label: t.language, choices: languages }),
    ];
  }

  private get today(): string {
    return localDate(this.node.now());
  }
}
