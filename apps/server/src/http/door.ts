import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.js';
import { KnownPaths } from './known-paths.js';
import { targetFault } from './request-target.js';
import { refuse } from './unreadable-request.js';

/** Browsers send about twenty, proxies add ten. */
const mostHeaders = 100;

/** What a request can have only once; of two, another program on the way might have read the other one. */
const single = new Set(['host', 'authorization', 'content-type', 'content-length', 'origin', 'idempotency-key', 'if-match']);

/** Refuses what is no request of anything here before any of it is looked into, and lets no answer be kept that does not say so. */
export function keepTheDoor(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const known = new KnownPaths();
  fastify.server.on('connect', (_request, socket: Socket) => refuse(socket, 405, 'method-not-allowed')); // a tunnel meets no route
  fastify.addHook('onRoute', ({ method, url }) => known.add(url, method));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done(whyNot(request, reply, known));
  });
}

function whyNot(request: FastifyRequest, reply: FastifyReply, known: KnownPaths): RequestProblem | undefined {
  const { raw, method, url } = request;
  const fault = targetFault(raw);
  if (fault) return new RequestProblem(fault === 'uri-too-long' ? 414 : 400, fault);
  if (raw.rawHeaders.length > 2 * mostHeaders) return new RequestProblem(431, 'headers-too-large');
  if (hasTwice(raw.rawHeaders)) return new RequestProblem(400, 'bad-request');
  if (!request.is404) return undefined;
  const allowed = known.methodsAt(url.split('?', 1)[0] ?? '');
  if (allowed.length > 0) {
    void reply.header('allow', allowed.join(', '));
    return new RequestProblem(405, 'method-not-allowed');
  }
  return known.isMethod(method) ? new RequestProblem(404, 'not-found') : new RequestProblem(501, 'not-implemented');
}

function hasTwice(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const met = names.filter((name) => single.has(name));
  return new Set(met).size < met.length;
}
