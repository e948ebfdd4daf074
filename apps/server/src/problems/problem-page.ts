import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sameOrigin } from '#identity';
import type { Seal } from '../forms/form-seals.js';
import type { Fields } from '../forms/form.js';
import { sentForm } from '../forms/sent-form.js';
import { formFieldsAt } from '../forms/takes-form.decorator.js';
import { inLanguage, inSwedish, languageOf } from '../pages/language.js';
import { PageAnswer, seeOther } from '../pages/page-answer.js';
import type { Pages } from '../pages/pages.js';
import { Site } from '../pages/site.js';
import { problemWords, writtenWords } from './problem.texts.js';

/**
 * How much of a field is given back, in UTF-16 units: all that a form of ours can take, whatever signs it is written in. More could never be taken, and would
 * let anybody have megabytes written out for nothing.
 */
const mostGivenBack = 40_000;

/** Of a sign that a cut went through. */
const halfSign = /[\uD800-\uDBFF]$/;

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
    const work = inLanguage(language, '/arbete');
    const signIn = `${work}/logga-in`;
    if (code === 'unauthenticated' && request.method === 'GET') return seeOther(reply, `${signIn}?till=${encodeURIComponent(request.url)}`);
    const { title, advice } = problemWords(language, { code, status });
    const again = this.again(request, needsNewSeal(code));
    return this.pages.show({ request, reply }, 'problem', {
      title,
      status,
      path: '/',
      model: {
        ...{ title, advice, again },
        start: inLanguage(language, '/'),
        signIn: code === 'unauthenticated' ? signIn : null,
        signInAgain: code === 'forbidden' ? `${signIn}?till=${encodeURIComponent(request.method === 'GET' ? request.url : work)}` : null,
        requestId: request.id,
      },
    });
  }

  /**
   * The same form once more, whatever stood in its way: what somebody has written is theirs. With new hidden fields where the old ones do not hold: sending it is then a deed of the person who
   * sees it on our own page. Otherwise with its own, so that what was done after all is not done twice.
   */
  private again(request: FastifyRequest, anew: boolean): Pages['problem']['again'] {
    const typed = this.typed(request);
    if (!typed) return null;
    const path = request.url.split('?', 1)[0] ?? '';
    const written = writtenWords[languageOf(request.url)];
    const { form = '', token = '' } = typed.seal;
    const holds = !anew && this.pages.seals.open(request, inSwedish(path), { form, token }) !== undefined;
    return {
      action: path,
      seal: holds ? { form, token } : this.pages.seals.make(request, inSwedish(path), { revision: this.pages.seals.revisionIn(form) }),
      isCut: Object.values(typed.fields).some(({ length }) => length > mostGivenBack),
      fields: Object.entries(typed.fields).map(([name, value]) => ({
        name,
        value: value.slice(0, mostGivenBack).replace(halfSign, ''),
        label: Object.hasOwn(written, name) ? (written[name] ?? null) : null,
      })),
    };
  }

  /** Nothing but the fields that the form of this address has: whatever else was sent is no one's writing of ours. */
  private typed(request: FastifyRequest): { readonly seal: Partial<Seal>; readonly fields: Fields } | undefined {
    if (request.method !== 'POST' || !sameOrigin(request.headers, this.site.publicUrl)) return undefined;
    try {
      const sent = sentForm(request);
      return { seal: sent.seal, fields: sent.among(formFieldsAt(request)) };
    } catch {
      return undefined; // It was no form of ours, so there is nothing to give back.
    }
  }
}

const needsNewSeal = (code: string): boolean => code === 'unauthenticated' || code === 'form-not-recognised';
