import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SynpunkterNode } from '#node';

/** Lets the node know how many people wait for an answer. */
export function countWaiting(app: NestFastifyApplication): void {
  const { rush } = app.get(SynpunkterNode);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      rush.came();
      reply.raw.once('close', () => rush.went());
      done();
    });
}
