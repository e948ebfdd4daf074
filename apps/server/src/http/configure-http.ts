import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestProblem } from '../problems/problem.js';
import type { Settings } from '#settings';
import { takeOnlyJson } from './acceptable-body.js';

/** What stands between the socket and the handlers, for pages and API alike. */
export async function configureHttp(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' }, // with no-referrer, browsers send our own forms with `Origin: null`
  });
  await app.register(cookie);
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: formLimit });
  takeOnlyJson(app);
  if (settings.rateLimits) await app.register(rateLimit, limits);
}

/**
 * In bytes. However much somebody has pasted into a form, it is to come back with a word on what to mend; a letter takes up to nine bytes on
 * the way. The API takes less.
 */
const formLimit = 4 * 1024 * 1024;

/** For each address, kept in memory for a minute and written down nowhere. Wrong codes never lock a case, only slow who sends them. */
const limits = {
  max: 300,
  timeWindow: '1 minute',
  errorResponseBuilder: (_request: unknown, { ttl }: { ttl: number }) =>
    new RequestProblem(429, 'too-many-requests', undefined, Math.ceil(ttl / 1000)),
};
