import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { bearerToken, cookieName, readSession, staffCaller, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { routeKind } from '../http/route-kind.js';
import { RequestProblem } from '../problems/problem.js';
import { setCaller } from './caller.js';
import { setSession } from './living-session.js';
import { OpenedCases } from './opened-cases.js';
import { SignIn } from './sign-in.js';
import { openedIn } from './submitter-cookie.js';

const anonymous: Caller = { kind: 'anonymous' };

/**
 * Finds out who is asking. The API knows only bearer tokens and pages know only cookies, so a page of another site can make
 * a browser ask the API for nothing in its user's name.
 */
@Injectable()
export class WhoIsAsking {
  private readonly found = new WeakMap<FastifyRequest, Promise<Caller>>();

  constructor(
    private readonly node: SynpunkterNode,
    private readonly signIn: SignIn,
    private readonly opened: OpenedCases,
  ) {}

  /** Found out once for each request, by whoever asks first. */
  isAsking(request: FastifyRequest): Promise<Caller> {
    const found = this.found.get(request) ?? this.findOut(request);
    this.found.set(request, found);
    return found;
  }

  private async findOut(request: FastifyRequest): Promise<Caller> {
    const caller = await (bringsToken(request) ? this.byToken(request) : this.byCookie(request));
    setCaller(request, caller);
    return caller;
  }

  private async byToken({ headers: { authorization } }: FastifyRequest): Promise<Caller> {
    if (authorization === undefined) return anonymous;
    const token = bearerToken(authorization);
    const identity = token === undefined ? 'invalid' : await this.signIn.verifyBearer(token);
    if (identity === 'unavailable') throw new RequestProblem(503, 'sign-in-unavailable', undefined, 10);
    if (identity === 'invalid') throw new RequestProblem(401, 'unauthenticated');
    return this.node.atBoardsOfToday(staffCaller(this.node.directory.state, identity, this.signIn.roleClaims));
  }

  /** The pages of the submitter know only the receipt code: whoever is also of the staff is not so there. */
  private byCookie(request: FastifyRequest): Caller | Promise<Caller> {
    const { cookies } = request;
    const { sessions } = this.signIn;
    if (routeKind(request) === 'own-case') return this.bySubmitterCookie(request);
    const cookie = cookies[cookieName('session', sessions.publicUrl)];
    const living = readSession(sessions, cookie, { now: Date.now(), directory: this.node.directory.state });
    if (!living) return anonymous;
    setSession(request, living);
    return this.node.atBoardsOfToday(staffCaller(this.node.directory.state, living.session, this.signIn.roleClaims));
  }

  private async bySubmitterCookie({ cookies }: FastifyRequest): Promise<Caller> {
    const opened = openedIn(cookies, this.signIn.sessions, Date.now());
    return opened && (await this.opened.isOpen(opened)) ? { kind: 'submitter', caseId: opened.caseId } : anonymous;
  }
}

/** Health and metrics are asked for by programs, and by people who look after this one. */
function bringsToken(request: FastifyRequest): boolean {
  const kind = routeKind(request);
  return kind === 'api' || (kind === 'machine' && request.headers.authorization !== undefined);
}
