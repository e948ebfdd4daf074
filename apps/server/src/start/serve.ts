import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { StartedNode } from '#node';
import type { Settings } from '#settings';
import { ApiDescription } from '../api/api-description.js';
import { AppModule } from '../app.module.js';
import { configureHttp } from '../http/configure-http.js';
import { countWaiting } from '../http/count-waiting.js';
import { fastifyAdapter } from '../http/fastify-adapter.js';
import { keepToOneHost } from '../http/one-host.js';
import { logRequests } from '../http/request-log.js';
import { Assets } from '../pages/assets.js';
import { PageRenderer } from '../pages/page-renderer.js';
import { ProblemPage } from '../problems/problem-page.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { validation } from '../requests/validation.js';
import { prepareSignIn } from './prepare-sign-in.js';

/** Answers requests with what the node knows and can do. Resolves when it listens. */
export async function serve({ node, mailbox }: StartedNode, settings: Settings, root: string): Promise<NestFastifyApplication> {
  const { signIn, mount } = await prepareSignIn(settings, node);
  const assets = new Assets(join(root, 'apps/server/public'));
  const renderer = new PageRenderer(join(root, 'apps/server/views'), assets);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of({ node, signIn, site: settings, renderer, assets, mailbox }),
    fastifyAdapter(settings),
    {
      logger: ['error', 'warn'],
    },
  );
  mount?.(app);
  await configureHttp(app, settings);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(app.get(ProblemPage)));
  keepToOneHost(app, settings.publicUrl);
  app.get(ApiDescription).describe(app);
  logRequests(app);
  countWaiting(app);
  await app.init();
  // Nest would write an error of its own, with its stack, before somebody is told in a sentence why the port cannot be had.
  await app.getHttpAdapter().getInstance().listen({ port: settings.port, host: settings.host });
  return app;
}
