import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '#settings';
import { takeJsonAndForms } from './acceptable-body.js';
import { boundBodies } from './bodies-in-flight.js';
import { boundConnections } from './bound-connections.js';
import { keepTheDoor } from './door.js';
import { limitRequests } from './rate-limits.js';

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
  boundConnections(app.getHttpAdapter().getInstance().server, settings);
  boundBodies(app);
  if (settings.rateLimits) await limitRequests(app);
  keepTheDoor(app);
  takeJsonAndForms(app);
}
