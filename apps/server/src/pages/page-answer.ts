import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#cases';
import { allow } from '#identity';
import { SynpunkterNode } from '#node';
import { callerIfKnown } from '../access/caller.js';
import { sessionOf } from '../access/living-session.js';
import { FormSeals } from '../forms/form-seals.js';
import { inLanguage, inSwedish, languageOf } from './language.js';
import { layoutTexts } from './layout.texts.js';
import { PageRenderer } from './page-renderer.js';
import type { Frame, PageName, Pages } from './pages.js';
import { Site } from './site.js';

/** Statuses with which a form comes back; the title says so first, because that is what is read out first. */
const sentBack = [409, 412, 422];

interface Page<Name extends PageName> {
  readonly title: string;
  readonly model: Pages[Name];
  /** Default 200. */
  readonly status?: number;
  /** Where the language switch leads, as the Swedish address; default: this very address. */
  readonly path?: string;
}

/** Answers a request with a page in the language of its address, inside the frame that all pages share. */
@Injectable()
export class PageAnswer {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly renderer: PageRenderer,
    private readonly site: Site,
    readonly seals: FormSeals,
  ) {}

  show<Name extends PageName>(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    name: Name,
    { title, model, status = 200, path = inSwedish(request.url) }: Page<Name>,
  ): string {
    const language = languageOf(request.url);
    void reply.status(status).type('text/html; charset=utf-8').header('content-language', language);
    return this.renderer.render(name, language, {
      frame: this.frame(request, language, { title: sentBack.includes(status) ? `${layoutTexts[language].error}: ${title}` : title, path }),
      model,
    });
  }

  private frame(request: FastifyRequest, language: Language, { title, path }: { title: string; path: string }): Frame {
    const { nameSv, nameEn, phone } = this.node.organisation.state.description ?? { nameSv: '', nameEn: '', phone: '' };
    const link = (to: string): string => inLanguage(language, to);
    return {
      title,
      organisation: language === 'sv' ? nameSv : nameEn,
      phone,
      evaluation: this.site.evaluation,
      otherLanguagePath: inLanguage(language === 'sv' ? 'en' : 'sv', path),
      links: {
        start: link('/'),
        submit: link('/lamna-synpunkt'),
        follow: link('/folj'),
        cases: link('/arbete'),
        register: link('/arbete/registrera'),
        accessibility: link('/tillganglighet'),
        personalData: link('/personuppgifter'),
        api: link('/api'),
      },
      staff: this.staff(request),
    };
  }

  private staff(request: FastifyRequest): Frame['staff'] {
    const caller = callerIfKnown(request);
    if (caller?.kind !== 'staff' || !sessionOf(request)) return null;
    return {
      name: caller.name,
      lists: allow(caller, 'list-cases') === 'allowed',
      registers: allow(caller, 'register-submission') === 'allowed',
      signOut: this.seals.make(request, '/arbete/logga-ut'),
    };
  }
}

/** Sends the browser on to a page that can be loaded again without doing anything twice. */
export function seeOther(reply: FastifyReply, location: string): string {
  void reply.status(303).header('location', location).header('cache-control', 'no-store');
  return '';
}
