import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendHandler, batchAppendHandler } from './eventstore-server-append.js';
import { clusterInfo, supportedMethods } from './eventstore-server-cluster.js';
import { Faults } from './eventstore-server-faults.js';
import { ServerLog } from './eventstore-server-log.js';
import { readHandler } from './eventstore-server-read.js';

export interface EventStoreServer {
  readonly url: string;
  readonly port: number;
  readonly log: ServerLog;
  readonly faults: Faults;
  /** Breaks every connection. */
  stop(): void;
}

/**
 * Speaks EventStoreDB's protocol over real gRPC and keeps its log in memory: made from the code that the client's package
 * ships, for where no real server is at hand. Given the log of one that was stopped, it goes on as after a restart.
 */
export async function startEventStoreServer({ port = 0, log = new ServerLog() } = {}): Promise<EventStoreServer> {
  const faults = new Faults();
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  const refuse = (): never => {
    throw new Error('this server does not delete');
  };
  server.addService(streamsService.StreamsService, {
    read: readHandler(log, faults),
    append: appendHandler(log, faults),
    batchAppend: batchAppendHandler(log, faults),
    delete: refuse,
    tombstone: refuse,
  } satisfies UntypedServiceImplementation);
  server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods });
  server.addService(gossipService.GossipService, { read: clusterInfo(() => faults.port) });
  faults.port = await listen(server, port);
  return { url: `esdb://127.0.0.1:${faults.port}?tls=false`, port: faults.port, log, faults, stop: () => server.forceShutdown() };
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '2113' } } });
  const { url } = await startEventStoreServer({ port: Number(values.port) });
  process.stdout.write(`listening on ${url}\n`);
}
