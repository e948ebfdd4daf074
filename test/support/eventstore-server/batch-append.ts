import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerDuplexStream } from '@grpc/grpc-js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import codes from '@eventstore/db-client/generated/code_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { admit, type Users } from './access.js';
import { writes, type Faults } from './faults.js';
import { largestAppend, type AppendResult, type ServerLog } from './log.js';
import { brokenBy, cut, expectedOf, nameOf, proposed, streamIdentifier, uuid } from './messages.js';
import type { Expected } from './stream-state.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** One long call for many appends, each in one or several messages and answered by its correlation id. */
export const batchAppendHandler = (log: ServerLog, faults: Faults, users: Users) => (call: Call) => {
  const refused = admit(users, call.metadata);
  if (refused) {
    call.emit('error', refused);
    return;
  }
  const open = new Map<string, BatchAppendReq[]>();
  const over = faults.called(() => call.emit('error', cut));
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const requests = [...(open.get(id) ?? []), request];
    open.set(id, requests);
    if (!request.getIsFinal()) return;
    open.delete(id);
    if (!faults.deaf) void take(call, id, { requests, log, faults });
  });
  call.on('end', () => call.end());
  call.on('close', over);
};

interface Batch {
  readonly requests: readonly BatchAppendReq[];
  readonly log: ServerLog;
  readonly faults: Faults;
}

async function take(call: Call, id: string, { requests, log, faults }: Batch): Promise<void> {
  await faults.pause();
  const options = requests[0]?.getOptions();
  if (!options) return;
  const stream = nameOf(options.getStreamIdentifier());
  if (isPast(options.getDeadline()?.toDate(), faults)) {
    call.write(refusal(id, stream, timeout()));
    return;
  }
  const expected = expectedOf(options, () => options.getStreamPosition());
  const events = requests.flatMap((request) => request.getProposedMessagesList()).map(proposed);
  const fault = faults.takeAppend();
  const result = writes(fault) ? log.append(stream, expected, events) : undefined;
  const failed = brokenBy(fault, faults.port);
  if (failed) call.emit('error', failed);
  else if (fault !== 'lost-answer') call.write(response(id, stream, { result, expected }));
  if (result?.is === 'without-type') await answerOnceMore(call, refusal(id, stream, timeout()), faults);
}

async function answerOnceMore(call: Call, answer: BatchAppendResp, { secondAnswer }: Faults): Promise<void> {
  await sleep(secondAnswer, undefined, { ref: false });
  if (call.writable) call.write(answer);
}

/** The client sends its deadline as a time of its own clock. */
const isPast = (deadline: Date | undefined, { clockAhead }: Faults): boolean =>
  deadline !== undefined && deadline.getTime() < Date.now() + clockAhead;

function response(
  id: string,
  stream: string,
  { result, expected }: { result: AppendResult | undefined; expected: Expected },
): BatchAppendResp {
  switch (result?.is) {
    case undefined:
      return refusal(id, stream, notReady());
    case 'wrong-expected-version':
      return refusal(id, stream, wrongExpectedVersion(result.current, expected));
    case 'stream-deleted':
      return refusal(id, stream, deleted(stream));
    case 'too-large':
      return refusal(id, stream, tooLarge());
    case 'bad-request':
    case 'without-type':
      return refusal(id, stream, badRequest());
    case 'success':
      return success(id, stream, result);
  }
}

function success(id: string, stream: string, { revision, position }: { readonly revision: bigint; readonly position: bigint }) {
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(position.toString());
  place.setPreparePosition(position.toString());
  const written = new streams.BatchAppendResp.Success();
  written.setCurrentRevision(revision.toString());
  written.setPosition(place);
  const answer = answerTo(id, stream);
  answer.setSuccess(written);
  return answer;
}

function refusal(id: string, stream: string, status: Status): BatchAppendResp {
  const answer = answerTo(id, stream);
  answer.setError(status);
  return answer;
}

function answerTo(id: string, stream: string): BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(uuid(id));
  answer.setStreamIdentifier(streamIdentifier(stream));
  return answer;
}

function wrongExpectedVersion(current: bigint | undefined, expected: Expected): Status {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new emptyMessages.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (expected.is === 'revision') wrong.setExpectedStreamPosition(expected.revision.toString());
  else if (expected.is === 'stream-exists') wrong.setExpectedStreamExists(new emptyMessages.Empty());
  else wrong.setExpectedNoStream(new emptyMessages.Empty());
  return statusOf(codes.Code.FAILED_PRECONDITION, 'WrongExpectedVersion', wrong);
}

function deleted(stream: string): Status {
  const details = new shared.StreamDeleted();
  details.setStreamIdentifier(streamIdentifier(stream));
  return statusOf(codes.Code.FAILED_PRECONDITION, 'StreamDeleted', details);
}

function tooLarge(): Status {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(largestAppend);
  return statusOf(codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

const badRequest = (): Status => statusOf(codes.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest());
const timeout = (): Status => statusOf(codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
/** As a real server says it on this path: in words that the client does not recognise. */
const notReady = (): Status => statusOf(codes.Code.UNAVAILABLE, 'Server Is Not Ready', new emptyMessages.Empty(), 'google.protobuf.Empty');

interface Details {
  serializeBinary(): Uint8Array;
}

function statusOf(code: Code, message: string, details: Details, type = `event_store.client.${message}`): Status {
  const packed = new anyMessages.Any();
  packed.pack(details.serializeBinary(), type);
  const status = new statuses.Status();
  status.setCode(code);
  status.setMessage(message);
  status.setDetails(packed);
  return status;
}
