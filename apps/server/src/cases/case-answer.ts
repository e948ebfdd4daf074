import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Outcome } from '#commands';
import { allow } from '#identity';
import { subjectOf } from '#node';
import { callerOf } from '../access/caller.js';
import { CaseReading } from './case-reading.js';

/**
 * Answers a command with the case as it is now, as far as the caller still sees it, and names its revision. Who has sent a case away where they
 * see nothing of it is told that it was done, and nothing of the case.
 */
@Injectable()
export class CaseAnswer implements NestInterceptor<Outcome, object> {
  constructor(private readonly reading: CaseReading) {}

  intercept(context: ExecutionContext, next: CallHandler<Outcome>): Observable<object> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async ({ caseId, state }) => {
        const caller = callerOf(request);
        if (state.status === 'not-received' || allow(caller, 'see-case', subjectOf(state)) !== 'allowed') return { caseId };
        const view = await this.reading.read(caller, caseId);
        if ('revision' in view) void reply.header('etag', `"${view.revision}"`);
        return view;
      }),
    );
  }
}
