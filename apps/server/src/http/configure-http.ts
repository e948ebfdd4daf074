import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestProblem } from '../problems/problem.js';
import type { Settings } from '#settings';
import { takeJsonAndForms } from './acceptable-body.js';
import { keepTheDoor } from './door.js';

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
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' }, // with no-referrer, browsers send our own forms with `Origin: null`
  });
  await app.register(cookie);
  keepTheDoor(app);
  takeJsonAndForms(app);
  if (settings.rateLimits) await app.register(rateLimit, limits);
}

/** For each address, kept in memory for a minute and written down nowhere. Wrong codes never lock a case, only slow who sends them. */
const limits = {
  max: 300,
  timeWindow: '1 minute',
  errorResponseBuilder: (_request: unknown, { ttl }: { ttl: number }) =>
    new RequestProblem(429, 'too-many-requests', undefined, Math.ceil(ttl / 1000)),
};
