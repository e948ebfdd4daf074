import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadEventSchemas, openSqliteLog } from '#event-log';
import { openKeys } from '#keys';
import { readOrganisationFolder, SynpunkterNode } from '#node';
import { AppModule } from '../app.module.js';
import { configureHttp } from '../http/configure-http.js';
import { fastifyAdapter } from '../http/fastify-adapter.js';
import { keepToOneHost } from '../http/one-host.js';
import { logRequests } from '../http/request-log.js';
import { Assets } from '../pages/assets.js';
import { PageRenderer } from '../pages/page-renderer.js';
import { ProblemPage } from '../problems/problem-page.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { validation } from '../requests/validation.js';
import type { Settings } from '../settings/settings.js';
import { prepareSignIn } from './prepare-sign-in.js';

export interface RunningServer {
  /** Where it listens, as in `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new requests, finishes those in hand, and closes everything. */
  stop(): Promise<void>;
}

/** @param root the folder of the program, with `event-schemas` and the pages' templates in it */
export async function startServer(settings: Settings, root: string, fatal: (error: unknown) => void): Promise<RunningServer> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeys({ folder: settings.keysDir, masterKeyFile: settings.masterKeyFile, create: settings.evaluation, fatal });
  const schemas = loadEventSchemas(join(root, 'event-schemas'));
  const log = await openSqliteLog({ file: join(settings.dataDir, 'log.db'), schemas, keys, fatal });
  const node = await SynpunkterNode.open({
    log,
    keys,
    viewsFolder: join(settings.dataDir, 'views'),
    organisation: () => readOrganisationFolder(settings.organisation),
    sender: { publicUrl: settings.publicUrl, replyAddress: settings.mail.replyTo },
    now: () => new Date().toISOString(),
    fatal,
  });
  const { signIn, mount } = await prepareSignIn(settings, node);

  const assets = new Assets(join(root, 'apps/server/public'));
  const renderer = new PageRenderer(join(root, 'apps/server/views'), assets);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of({ node, signIn, site: settings, renderer, assets }),
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
  logRequests(app);
  await app.listen(settings.port, settings.host);
  return {
    address: await app.getUrl(),
    stop: async () => {
      await app.close();
      await node.stop();
    },
  };
}
