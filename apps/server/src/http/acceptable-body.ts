import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.js';

/** No request of ours is nested deeper than three levels; what checks a body calls itself once for each. */
const deepest = 10;

/**
 * The API takes JSON in UTF-8, unpacked and not too deep. Forms are for the pages: a page of another site can make a browser
 * send one, but never JSON without asking first.
 */
export function takeOnlyJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isForApi(request) && !isJson(request)) done(new RequestProblem(415, 'unsupported-media-type'));
    else done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (isForApi(request) && isDeeperThan(deepest, request.body)) done(new RequestProblem(400, 'bad-request'));
    else done();
  });
}

const isForApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

/** A request without a body needs no type; Fastify itself refuses a body without one. */
function isJson({ headers }: FastifyRequest): boolean {
  const { 'content-type': type = 'application/json', 'content-encoding': encoding = 'identity' } = headers;
  return encoding === 'identity' && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type);
}

/** Level by level, because a function that calls itself is what must not meet a deep value. */
function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : []));
    if (level.length === 0) return false;
  }
  return true;
}
