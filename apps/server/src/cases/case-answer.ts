import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Outcome } from '#commands';
import { callerOf } from '../access/caller.js';
import { CaseReading } from './case-reading.js';

/** Answers a command with the case as it is now, for those who may read it, and names its revision. */
@Injectable()
export class CaseAnswer implements NestInterceptor<Outcome, object> {
  constructor(private readonly reading: CaseReading) {}

  intercept(context: ExecutionContext, next: CallHandler<Outcome>): Observable<object> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async ({ caseId }) => {
        const view = await this.reading.read(callerOf(request), caseId);
        void reply.header('etag', `"${view.revision}"`);
        return view;
      }),
    );
  }
}
