import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendFault } from './faults.js';
import type { Proposed, Stored } from './log.js';
import type { Expected } from './stream-state.js';

export function uuid(text: string): UUID {
  const message = new shared.UUID();
  message.setString(text);
  return message;
}

export function streamIdentifier(name: string): StreamIdentifier {
  const message = new shared.StreamIdentifier();
  message.setStreamName(Buffer.from(name));
  return message;
}

export const nameOf = (identifier: StreamIdentifier | undefined): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

/** The options of an append, of either wire form. */
interface ExpectedOptions {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  hasAny(): boolean;
}

export function expectedOf(options: ExpectedOptions, revision: () => string): Expected {
  if (options.hasNoStream()) return { is: 'no-stream' };
  if (options.hasStreamExists()) return { is: 'stream-exists' };
  return options.hasAny() ? { is: 'any' } : { is: 'revision', revision: BigInt(revision()) };
}

/** An event as either form of append sends it. */
interface ProposedMessage {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(name: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export const proposed = (message: ProposedMessage): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export function eventMessage(event: Stored): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(event.id));
  recorded.setStreamIdentifier(streamIdentifier(event.stream));
  recorded.setStreamRevision(event.revision.toString());
  recorded.setCommitPosition(event.position.toString());
  recorded.setPreparePosition(event.position.toString());
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', (BigInt(event.created) * 10_000n).toString());
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(event.position.toString());
  const response = new streams.ReadResp();
  response.setEvent(read);
  return response;
}

/** A gRPC status with the trailers in which EventStoreDB says what happened. */
export function failure(code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Partial<StatusObject> {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}

export const notReady = failure(status.UNAVAILABLE, 'Server Is Not Ready');
export const broken = failure(status.UNAVAILABLE, 'unavailable');
/** How every open call ends five seconds after the server was told to stop. */
export const cut = failure(status.INTERNAL, 'Received RST_STREAM with code 0');

export const streamDeleted = (stream: string) =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

/** The client goes to the leader that is named. Here it finds the same server. */
const notLeader = (port: number) =>
  failure(status.NOT_FOUND, 'not leader', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  });

/** How a call ends whose append met that fault; undefined for those that are answered, or never. */
export const brokenBy = (fault: AppendFault | undefined, port: number): Partial<StatusObject> | undefined =>
  fault &&
  {
    'not-leader': notLeader(port),
    'internal-after': cut,
    unavailable: broken,
    'unavailable-after': broken,
    'not-ready': undefined,
    'lost-answer': undefined,
  }[fault];
