import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Settings } from '#settings';
import { readTarget } from './request-target.js';
import { answerUnreadable } from './unreadable-request.js';

/** Fastify as this program wants it: small bodies, own request ids, and a request log without address, query or headers. */
export const fastifyAdapter = ({ logLevel, trustedProxies }: Settings): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    rewriteUrl: readTarget,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 10_000 }, // an address that is too long is refused by readTarget, in our words
    logger: {
      level: logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { req: () => ({}), res: () => ({}), err: ({ name }) => ({ type: name, message: '', stack: '' }) },
    },
  });
