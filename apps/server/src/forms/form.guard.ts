import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sameOrigin } from '#identity';
import { routeKind } from '../http/route-kind.js';
import { inSwedish } from '../pages/language.js';
import { Site } from '../pages/site.js';
import { RequestProblem } from '../problems/problem.js';
import { FormSeals } from './form-seals.js';
import { setForm } from './form.js';
import { sentForm } from './sent-form.js';

/**
 * Lets nothing change by a page unless a form of ours, shown to this very browser, is sent from a page of ours. Everything that
 * is neither the API, which knows no cookies, nor harmless by its method has to pass here; so a new route is safe without knowing it.
 * What was filled in is read after that.
 */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(
    private readonly seals: FormSeals,
    private readonly site: Site,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || routeKind(request) === 'api') return true;
    if (!sameOrigin(request.headers, this.site.publicUrl)) throw new RequestProblem(403, 'foreign-form');
    const sent = sentForm(request);
    const opened = this.seals.open(request, pathOf(request), sent.seal);
    if (!opened) throw new RequestProblem(403, 'form-not-recognised');
    setForm(request, { ...opened, fields: sent.fields });
    return true;
  }
}

const pathOf = ({ url }: FastifyRequest): string => inSwedish(url).split('?', 1)[0] ?? '';
