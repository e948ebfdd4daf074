import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startNode } from '#node';
import type { Settings } from '#settings';
import { AppModule } from '../app.module.js';
import { configureHttp } from '../http/configure-http.js';
import { fastifyAdapter } from '../http/fastify-adapter.js';
import { logRequests } from '../http/request-log.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { validation } from '../requests/validation.js';
import { prepareSignIn } from './prepare-sign-in.js';

export interface RunningServer {
  /** Where it listens, as in `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new requests, finishes those in hand, and closes everything. */
  stop(): Promise<void>;
}

/** @param root the folder of the program, with `event-schemas` in it */
export async function startServer(settings: Settings, root: string, fatal: (error: unknown) => void): Promise<RunningServer> {
  const started = await startNode(settings, { root, fatal });
  const { node } = started;
  const { signIn, mount } = await prepareSignIn(settings, node);

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(node, signIn), fastifyAdapter(settings), {
    logger: ['error', 'warn'],
  });
  mount?.(app);
  await configureHttp(app, settings);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter((_request, status, code) => `<!doctype html><title>${status}</title><p>${code}</p>`));
  logRequests(app);
  await app.listen(settings.port, settings.host);
  return {
    address: await app.getUrl(),
    stop: async () => {
      await app.close();
      await started.stop();
    },
  };
}
