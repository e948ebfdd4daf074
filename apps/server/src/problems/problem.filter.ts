import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidEvent } from '#event-log';
import { routeKind } from '../http/route-kind.js';
import { answerTo } from './problem-of.js';
import type { ProblemPage } from './problem-page.js';

/** Turns every failure into a problem document, or for people into a page. What went on inside goes to the log only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly page: ProblemPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { problem, retryAfter, unexpected } = answerTo(error);
    if (unexpected) request.log.error({ failure: describe(error) }, 'a request failed');
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply.status(problem.status).header('cache-control', 'no-store');
    if (!['api', 'machine'].includes(routeKind(request))) {
      void reply.send(this.page.show(request, reply, { status: problem.status, code: codeOf(problem.type) }));
      return;
    }
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.type('application/problem+json').send(JSON.stringify({ ...problem, requestId: request.id }));
  }
}

const codeOf = (type: string): string => type.slice(type.lastIndexOf(':') + 1);

/** Class and place of an error, never its message: that may quote what somebody wrote. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return {
    kind: error.constructor.name,
    // The log's own schemas name fields and rules, never values.
    ...(error instanceof InvalidEvent && { complaint: error.message }),
    at: frames.slice(0, 5).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: describe(error.cause) }),
  };
}
