import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestProblem } from '../problems/problem.js';
import { routeKind, type RouteKind } from './route-kind.js';

/** What is not meant for people may be asked for under any name: by a proxy, a probe, a container. */
const forMachines: readonly RouteKind[] = ['api', 'machine'];

/** Pages have one address: under another host they are redirected to it, so that cookies and forms always belong together. */
export function keepToOneHost(app: NestFastifyApplication, publicUrl: string): void {
  const { host } = new URL(publicUrl);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (request.host === host || forMachines.includes(routeKind(request))) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new RequestProblem(421, 'wrong-host');
      await reply.redirect(publicUrl + request.url, 308);
    });
}
