import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sameOrigin } from '#identity';
import { fieldsIn } from '../forms/fields-in.js';
import type { Fields } from '../forms/form.js';
import { inLanguage, inSwedish, languageOf } from '../pages/language.js';
import { PageAnswer, seeOther } from '../pages/page-answer.js';
import type { Pages } from '../pages/pages.js';
import { Site } from '../pages/site.js';
import { problemWords } from './problem.texts.js';

interface Told {
  readonly status: number;
  readonly code: string;
}

/** Tells a person what went wrong, in words, and gives back what was typed. */
@Injectable()
export class ProblemPage {
  constructor(
    private readonly pages: PageAnswer,
    private readonly site: Site,
  ) {}

  show(request: FastifyRequest, reply: FastifyReply, { status, code }: Told): string {
    const language = languageOf(request.url);
    const signIn = inLanguage(language, '/arbete/logga-in');
    if (code === 'unauthenticated' && request.method === 'GET') return seeOther(reply, `${signIn}?till=${encodeURIComponent(request.url)}`);
    const { title, advice } = problemWords(language, { code, status });
    const again = code === 'unauthenticated' || code === 'form-not-recognised' ? this.again(request) : null;
    return this.pages.show({ request, reply }, 'problem', {
      title,
      status,
      path: '/',
      model: {
        ...{ title, advice, again },
        start: inLanguage(language, '/'),
        signIn: code === 'unauthenticated' ? signIn : null,
        requestId: request.id,
      },
    });
  }

  /** The same form once more, with new hidden fields: sending it is then a deed of the person who sees it on our own page. */
  private again(request: FastifyRequest): Pages['problem']['again'] {
    const typed = this.typed(request);
    if (!typed) return null;
    const { form, token: _token, ...fields } = typed;
    const path = request.url.split('?', 1)[0] ?? '';
    return {
      action: path,
      seal: this.pages.seals.make(request, inSwedish(path), { revision: this.pages.seals.revisionIn(form) }),
      fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
    };
  }

  private typed(request: FastifyRequest): Fields | undefined {
    if (request.method !== 'POST' || !sameOrigin(request.headers, this.site.publicUrl)) return undefined;
    try {
      return fieldsIn(request);
    } catch {
      return undefined; // It was no form of ours, so there is nothing to give back.
    }
  }
}
