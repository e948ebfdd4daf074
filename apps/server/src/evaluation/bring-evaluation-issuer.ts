import type { FastifyPluginCallback } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadEvaluation } from '#identity';
import type { SynpunkterNode } from '#node';
import type { OpenIdSettings, Settings } from '#settings';

interface Evaluation {
  readonly settings: Settings;
  readonly redirectUri: string;
  readonly node: SynpunkterNode;
}

/** The issuer inside the program: records its people with their roles, and serves its pages under the same address. */
export async function bringEvaluationIssuer({ settings, redirectUri, node }: Evaluation) {
  const { publicUrl, dataDir, host, port } = settings;
  const { evaluationGrants, readEvaluationPeople, startEvaluationIssuer } = await loadEvaluation(process.env['NODE_ENV']);
  const people = readEvaluationPeople(settings.organisation);
  await node.beforeServing(async () => {
    for (const { stream, correlationId, events } of evaluationGrants(people, publicUrl, node.mac))
      await node.tellOnce(stream, correlationId, events);
  });

  const inside = await startEvaluationIssuer({ publicUrl, dataFolder: dataDir, people, redirectUris: [redirectUri] });
  const openId: OpenIdSettings = {
    issuer: inside.issuer,
    clientId: inside.clientId,
    clientSecret: undefined,
    audience: inside.audience,
    reachAt: `http://${reachable(host)}:${port}`,
  };
  const mount = (app: NestFastifyApplication): void => {
    const routes: FastifyPluginCallback = (fastify, _options, done) => {
      // The provider reads the body itself.
      fastify.removeAllContentTypeParsers();
      fastify.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
      fastify.all(`${inside.mountPath}/*`, async (request, reply) => {
        reply.hijack();
        await inside.handle(request.raw, reply.raw);
      });
      done();
    };
    void app.getHttpAdapter().getInstance().register(routes);
  };
  return { openId, mount };
}

/** A program that listens on every address is reached, from itself, on the loopback one. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);
