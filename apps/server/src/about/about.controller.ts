import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SynpunkterNode } from '#node';
import { hasCases } from '#views';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { Site } from '../pages/site.js';
import { accessibilityTexts } from './accessibility.texts.js';
import { personalDataTexts } from './personal-data.texts.js';
import { startTexts } from './start.texts.js';

/** The pages that tell: what one can do here, how accessible it is, what happens with personal data. */
@ApiExcludeController()
@Controller(inBothPaths())
export class AboutController {
  constructor(
    private readonly pages: PageAnswer,
    private readonly node: SynpunkterNode,
    private readonly site: Site,
  ) {}

  @Get()
  @Policy('open')
  start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const language = languageOf(request.url);
    const links = {
      submit: inLanguage(language, '/lamna-synpunkt'),
      follow: inLanguage(language, '/folj'),
      staff: inLanguage(language, '/arbete'),
      mail: inLanguage(language, '/dev/mail'),
    };
    const evaluation = this.site.evaluation ? { empty: this.isEmpty() } : null;
    return this.pages.show({ request, reply }, 'start', {
      title: startTexts[language].title,
      model: { links, evaluation, phone: this.phone },
    });
  }

  @Get('tillganglighet')
  @Policy('open')
  accessibility(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const language = languageOf(request.url);
    const { description } = this.node.organisation.state;
    const organisation = (language === 'sv' ? description?.nameSv : description?.nameEn) ?? '';
    const model = { organisation, phone: this.phone, submit: inLanguage(language, '/lamna-synpunkt') };
    return this.pages.show({ request, reply }, 'accessibility', { title: accessibilityTexts[language].title, model });
  }

  @Get('personuppgifter')
  @Policy('open')
  personalData(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { title } = personalDataTexts[languageOf(request.url)];
    return this.pages.show({ request, reply }, 'personal-data', { title, model: { phone: this.phone } });
  }

  private get phone(): string {
    return this.node.organisation.state.description?.phone ?? '';
  }

  private isEmpty(): boolean {
    return !hasCases(this.node.inbox.db);
  }
}
