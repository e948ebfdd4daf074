import { status, type sendUnaryData, type ServerReadableStream, type StatusObject } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { admit, type Users } from './access.js';
import { writes, type Faults } from './faults.js';
import { largestAppend, type AppendResult, type ServerLog } from './log.js';
import { brokenBy, cut, expectedOf, failure, nameOf, notReady, proposed, streamDeleted } from './messages.js';
import type { Expected } from './stream-state.js';

type Call = ServerReadableStream<AppendReq, AppendResp>;
type Answer = sendUnaryData<AppendResp>;

/** One call for one append. */
export const appendHandler = (log: ServerLog, faults: Faults, users: Users) => (call: Call, answer: Answer) => {
  const requests: AppendReq[] = [];
  const over = faults.called(() => answer(cut));
  call.on('data', (request: AppendReq) => requests.push(request));
  call.on('end', () => {
    if (!faults.deaf) void take(requests, { log, faults, call, users, answer }).finally(over);
  });
  call.on('cancelled', over);
};

interface Setting {
  readonly log: ServerLog;
  readonly faults: Faults;
  readonly users: Users;
  readonly call: Call;
  readonly answer: Answer;
}

async function take(requests: readonly AppendReq[], { log, faults, users, call, answer }: Setting): Promise<void> {
  await faults.pause();
  const options = requests[0]?.getOptions();
  if (!options || call.cancelled) return;
  const refused = admit(users, call.metadata);
  if (refused) {
    answer(refused);
    return;
  }
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedOf(options, () => options.getRevision());
  const events = requests.flatMap((request) => request.getProposedMessage() ?? []).map(proposed);
  const fault = faults.takeAppend();
  const result = writes(fault) ? log.append(stream, expected, events) : undefined;
  if (fault === 'lost-answer') return;
  if (fault || !result) answer(brokenBy(fault, faults.port) ?? notReady);
  else answer(refusalOf(result, stream), responseTo(result, expected));
}

function refusalOf({ is }: AppendResult, stream: string): Partial<StatusObject> | null {
  if (is === 'stream-deleted') return streamDeleted(stream);
  if (is === 'bad-request' || is === 'without-type') return failure(status.INVALID_ARGUMENT, 'Bad request');
  return is === 'too-large' ? tooLarge : null;
}

const tooLarge = failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${largestAppend} Exceeded.`, {
  exception: 'maximum-append-size-exceeded',
  'maximum-append-size': String(largestAppend),
});

function responseTo(result: AppendResult, expected: Expected): AppendResp | undefined {
  if (result.is === 'success') return success(result);
  return result.is === 'wrong-expected-version' ? wrongExpectedVersion(result.current, expected) : undefined;
}

function success({ revision, position }: { readonly revision: bigint; readonly position: bigint }): AppendResp {
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(position.toString());
  place.setPreparePosition(position.toString());
  const written = new streams.AppendResp.Success();
  written.setCurrentRevision(revision.toString());
  written.setPosition(place);
  const response = new streams.AppendResp();
  response.setSuccess(written);
  return response;
}

function wrongExpectedVersion(current: bigint | undefined, expected: Expected): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(current.toString());
  if (expected.is === 'revision') wrong.setExpectedRevision(expected.revision.toString());
  else if (expected.is === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedNoStream(new shared.Empty());
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}
