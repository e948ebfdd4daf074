import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../health/metrics.js';

/** One line for each request: which route, how it ended, how long it took. Never who, from where, or with what. */
export function logRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      metrics.answered({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      if (!route.startsWith('/health')) {
        request.log.info(
          { request: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
          'answered',
        );
      }
      done();
    });
}
