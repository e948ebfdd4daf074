import { setTimeout as sleep } from 'node:timers/promises';
import { status, type sendUnaryData, type ServerDuplexStream, type ServerReadableStream } from '@grpc/grpc-js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import codes from '@eventstore/db-client/generated/code_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendFault, Faults } from './eventstore-server-faults.js';
import type { AppendResult, Expected, Proposed, ServerLog } from './eventstore-server-log.js';
import { expectedOf, failure, nameOf, streamIdentifier, uuid } from './eventstore-server-messages.js';

interface Message {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(name: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

const proposed = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const broken = failure(status.UNAVAILABLE, 'unavailable');
/** The client goes to the leader that is named. Here it finds the same server. */
const notLeader = (port: number) =>
  failure(status.NOT_FOUND, 'not leader', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  });
const writes = (fault: AppendFault | undefined): boolean => fault === undefined || fault === 'lost-answer' || fault === 'unavailable-after';

/** One call for one append. */
export const appendHandler =
  (log: ServerLog, faults: Faults) => (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', () => {
      const options = requests[0]?.getOptions();
      if (!options) return;
      const expected = expectedOf(options, () => options.getRevision());
      const events = requests.flatMap((request) => request.getProposedMessage() ?? []).map(proposed);
      const fault = faults.takeAppend();
      const result = writes(fault) ? log.append(nameOf(options.getStreamIdentifier()), expected, events) : undefined;
      if (fault === 'lost-answer') return;
      if (fault === 'not-leader') answer(notLeader(faults.port));
      else if (fault || !result) answer(broken);
      else answer(null, appendResponse(result, expected));
    });
  };

function appendResponse(result: AppendResult, expected: Expected): AppendResp {
  const response = new streams.AppendResp();
  if (result.is === 'success') {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(result.revision.toString());
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(result.position.toString());
    position.setPreparePosition(result.position.toString());
    success.setPosition(position);
    response.setSuccess(success);
    return response;
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (result.current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(result.current.toString());
  if (expected.is === 'revision') wrong.setExpectedRevision(expected.revision.toString());
  else wrong.setExpectedNoStream(new shared.Empty());
  response.setWrongExpectedVersion(wrong);
  return response;
}

/** One long call for many appends, each in one or several messages and answered by its correlation id. */
export const batchAppendHandler = (log: ServerLog, faults: Faults) => (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
  const open = new Map<string, BatchAppendReq[]>();
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const requests = [...(open.get(id) ?? []), request];
    open.set(id, requests);
    if (!request.getIsFinal()) return;
    open.delete(id);
    void takeBatch(call, id, { requests, log, faults });
  });
  call.on('end', () => call.end());
};

interface Batch {
  readonly requests: readonly BatchAppendReq[];
  readonly log: ServerLog;
  readonly faults: Faults;
}

async function takeBatch(
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  id: string,
  { requests, log, faults }: Batch,
): Promise<void> {
  if (faults.delay > 0) await sleep(faults.delay);
  const options = requests[0]?.getOptions();
  if (!options) return;
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedOf(options, () => options.getStreamPosition());
  const events = requests.flatMap((request) => request.getProposedMessagesList()).map(proposed);
  const fault = faults.takeAppend();
  const result = writes(fault) ? log.append(stream, expected, events) : undefined;
  if (fault === 'lost-answer') return;
  if (fault === 'not-leader') call.emit('error', notLeader(faults.port));
  else if (fault === 'unavailable' || fault === 'unavailable-after') call.emit('error', broken);
  else call.write(batchResponse(id, stream, { result, expected }));
}

function batchResponse(
  id: string,
  stream: string,
  { result, expected }: { result: AppendResult | undefined; expected: Expected },
): BatchAppendResp {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(uuid(id));
  response.setStreamIdentifier(streamIdentifier(stream));
  if (result?.is === 'success') {
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(result.revision.toString());
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(result.position.toString());
    position.setPreparePosition(result.position.toString());
    success.setPosition(position);
    response.setSuccess(success);
  } else {
    response.setError(result ? wrongExpectedVersion(result.current, expected) : notReady());
  }
  return response;
}

function wrongExpectedVersion(current: bigint | undefined, expected: Expected) {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new emptyMessages.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (expected.is === 'revision') wrong.setExpectedStreamPosition(expected.revision.toString());
  else wrong.setExpectedNoStream(new emptyMessages.Empty());
  return errorStatus(codes.Code.FAILED_PRECONDITION, 'WrongExpectedVersion', wrong.serializeBinary());
}

/** As a real server says it on this path: in words that the client does not recognise. */
const notReady = () => errorStatus(codes.Code.UNAVAILABLE, 'Server Is Not Ready', new Uint8Array(), 'google.protobuf.Empty');

function errorStatus(code: Code, message: string, details: Uint8Array, type = 'event_store.client.WrongExpectedVersion') {
  const packed = new anyMessages.Any();
  packed.pack(details, type);
  const error = new statuses.Status();
  error.setCode(code);
  error.setMessage(message);
  error.setDetails(packed);
  return error;
}
