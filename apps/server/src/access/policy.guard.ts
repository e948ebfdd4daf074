import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allow, isCaseAction, type Caller } from '#identity';
import { RequestProblem } from '../problems/problem.js';
import { sessionOf } from './living-session.js';
import { policyKey, type RoutePolicy } from './policy.decorator.js';
import { WhoIsAsking } from './who-is-asking.js';

/** Asks the policy before every handler. What depends on a case is asked again where the case is loaded (`permit`). */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: WhoIsAsking,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<RoutePolicy | undefined>(policyKey, context.getHandler());
    if (policy === undefined) throw new Error('a route without a policy was served');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.who.isAsking(request);
    keepAlive(request, context.switchToHttp().getResponse<FastifyReply>());
    if (policy !== 'open') refuseUnless(policy, caller);
    return true;
  }
}

/** A session that is used lives on; its cookie says so now and then. */
function keepAlive(request: FastifyRequest, reply: FastifyReply): void {
  const renewed = sessionOf(request)?.renewed;
  if (renewed) void reply.setCookie(renewed.name, renewed.value, renewed.options);
}

/** A case action needs at least somebody who could be allowed it; the case itself is not known here yet. */
function refuseUnless(policy: Exclude<RoutePolicy, 'open'>, caller: Caller): void {
  if (isCaseAction(policy)) {
    if (caller.kind === 'anonymous') throw new RequestProblem(401, 'unauthenticated');
    return;
  }
  const verdict = allow(caller, policy);
  if (verdict !== 'allowed') throw verdictProblem(verdict);
}

/** A hidden case and one that does not exist are told in the same words. */
export function verdictProblem(verdict: 'unauthenticated' | 'forbidden' | 'hidden'): RequestProblem {
  if (verdict === 'unauthenticated') return new RequestProblem(401, 'unauthenticated');
  return verdict === 'forbidden' ? new RequestProblem(403, 'forbidden') : new RequestProblem(404, 'case-not-found');
}
