import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { everybody, type Users } from './access.js';
import { batchAppendHandler } from './batch-append.js';
import { clusterInfo, supportedMethods } from './cluster.js';
import { deleteHandler, tombstoneHandler } from './delete.js';
import { Faults } from './faults.js';
import { ServerLog } from './log.js';
import { readHandler } from './read.js';
import { appendHandler } from './unary-append.js';

export interface EventStoreServer {
  readonly url: string;
  readonly port: number;
  readonly log: ServerLog;
  readonly faults: Faults;
  /** Breaks every connection. */
  stop(): void;
  /** As SIGTERM stops a real server: new connections are refused, and every open call is cut after a while (there: 5 s). */
  retire(milliseconds?: number): Promise<void>;
}

export interface EventStoreServerOptions {
  readonly port?: number;
  /** Of a server that was stopped: goes on as after a restart. */
  readonly log?: ServerLog;
  /** Repeats what a real server leaves open. */
  readonly seed?: number;
  /** Who is let in; only over TLS does the client send names and passwords. */
  readonly users?: Users;
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/**
 * Speaks EventStoreDB's protocol over real gRPC and keeps its log in memory: made from the code that the client's package
 * ships, for where no real server is at hand. What it answers is what 23.10.8 was seen to answer.
 */
export async function startEventStoreServer(options: EventStoreServerOptions = {}): Promise<EventStoreServer> {
  const { port = 0, log = new ServerLog(), seed, users = everybody, certificate } = options;
  const faults = new Faults(seed);
  const server = new Server({ 'grpc.max_receive_message_length': 16 * 1024 * 1024, 'grpc.max_concurrent_streams': 100 });
  server.addService(streamsService.StreamsService, {
    read: readHandler(log, faults, users),
    append: appendHandler(log, faults, users),
    batchAppend: batchAppendHandler(log, faults, users),
    delete: deleteHandler(log),
    tombstone: tombstoneHandler(log),
  } satisfies UntypedServiceImplementation);
  server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods });
  server.addService(gossipService.GossipService, { read: clusterInfo(() => faults.port) });
  faults.port = await listen(server, port, certificate);
  return {
    url: certificate ? `esdb://localhost:${faults.port}` : `esdb://127.0.0.1:${faults.port}?tls=false`,
    port: faults.port,
    log,
    faults,
    stop: () => server.forceShutdown(),
    retire: (milliseconds = 5_000) => retire(server, faults, milliseconds),
  };
}

async function retire(server: Server, faults: Faults, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  const cutting = setTimeout(() => faults.cutCalls(), milliseconds);
  const ending = setTimeout(() => server.forceShutdown(), milliseconds + 20);
  await closed;
  clearTimeout(cutting);
  clearTimeout(ending);
}

const listen = (server: Server, port: number, certificate: EventStoreServerOptions['certificate']): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${certificate ? 'localhost' : '127.0.0.1'}:${port}`, credentialsOf(certificate), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });

function credentialsOf(certificate: EventStoreServerOptions['certificate']): ServerCredentials {
  if (!certificate) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(certificate.key), cert_chain: Buffer.from(certificate.cert) };
  return ServerCredentials.createSsl(null, [pair]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '2113' } } });
  const { url, retire: stop } = await startEventStoreServer({ port: Number(values.port) });
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  process.stdout.write(`listening on ${url}\n`);
}
