import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginLogin, completeLogin, cookieName, endSessions, IssuerUnavailable, LoginRefused, sessionOver, type Cookie } from '#identity';
import { sessionOf } from '../access/living-session.js';
import { Policy } from '../access/policy.decorator.js';
import { SignIn } from '../access/sign-in.js';
import { leaveNothing } from '../access/way-out.js';
import { ApiExcludeController } from '../api/documented.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer, seeOther } from '../pages/page-answer.js';
import { PersonRecord } from './person-record.js';
import { signInTexts } from './sign-in.texts.js';

/** The way in and out for the staff. */
@ApiExcludeController()
@Controller(inBothPaths('arbete'))
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly record: PersonRecord,
    private readonly pages: PageAnswer,
  ) {}

  @Get('logga-in')
  @Policy('open')
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('till') returnTo: unknown,
  ): Promise<string> {
    try {
      const asked = returnTo ?? inLanguage(languageOf(request.url), '/arbete');
      const { location, cookie } = await beginLogin(this.signIn.login, { returnTo: asked, now: Date.now() });
      set(reply, cookie);
      return seeOther(reply, location);
    } catch (error) {
      return this.failed(request, reply, error);
    }
  }

  @Get('inloggad')
  @Policy('open')
  async complete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { login } = this.signIn;
    const query = request.url.split('?')[1] ?? '';
    const cookie = request.cookies[cookieName('login', login.publicUrl)];
    try {
      const { identity, cookies, returnTo } = await completeLogin(login, { query, cookie, now: Date.now() });
      await this.record.recognise(identity);
      for (const one of cookies) set(reply, one);
      return seeOther(reply, returnTo);
    } catch (error) {
      return this.failed(request, reply, error);
    }
  }

  @Post('logga-ut')
  @Policy('open')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const living = sessionOf(request);
    if (living) {
      await this.record.signOut(living.session.personId, endSessions(living.session));
      set(reply, sessionOver(this.signIn.sessions));
    }
    leaveNothing(reply, this.signIn.sessions);
    return seeOther(reply, inLanguage(languageOf(request.url), '/'));
  }

  private failed(request: FastifyRequest, reply: FastifyReply, error: unknown): string {
    if (!(error instanceof LoginRefused) && !(error instanceof IssuerUnavailable)) throw error;
    const language = languageOf(request.url);
    const t = signInTexts[language];
    const refused = error instanceof LoginRefused;
    // The cause may name claims of a person, so only the kind of refusal is written down.
    request.log.warn({ refusal: refused ? error.refusal : 'issuer-unavailable' }, 'a sign-in did not come about');
    const model = { explanation: refused ? t.refused : t.unavailable, again: inLanguage(language, '/arbete/logga-in') };
    return this.pages.show({ request, reply }, 'sign-in-failed', { title: t.title, status: refused ? 403 : 503, path: '/arbete', model });
  }
}

const set = (reply: FastifyReply, { name, value, options }: Cookie): void => {
  void reply.setCookie(name, value, options);
};
