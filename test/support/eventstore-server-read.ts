import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Faults } from './eventstore-server-faults.js';
import type { ServerLog, Stored } from './eventstore-server-log.js';
import { eventMessage, failure, nameOf, streamIdentifier } from './eventstore-server-messages.js';
import { Subscription } from './eventstore-server-subscription.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

/** One call serves reads and subscriptions, of one stream or of all. */
export const readHandler = (log: ServerLog, faults: Faults) => (call: Call) => {
  const options = call.request.getOptions();
  if (!options) return;
  if (options.hasSubscription()) void new Subscription(call, options, log).run(faults);
  else read(call, options, { log, faults });
};

function read(call: Call, options: Options, { log, faults }: { log: ServerLog; faults: Faults }): void {
  const fault = faults.takeRead();
  if (fault === 'silent') return;
  if (fault === 'unavailable') {
    call.emit('error', failure(status.UNAVAILABLE, 'unavailable'));
    return;
  }
  const stream = options.getStream();
  if (stream && log.stream(nameOf(stream.getStreamIdentifier())).length === 0) {
    const missing = new streams.ReadResp.StreamNotFound();
    missing.setStreamIdentifier(streamIdentifier(nameOf(stream.getStreamIdentifier())));
    const response = new streams.ReadResp();
    response.setStreamNotFound(missing);
    call.write(response);
  } else {
    for (const event of selected(log, options).slice(0, Number(options.getCount()))) call.write(eventMessage(event));
  }
  call.end();
}

/** Inclusive, in the asked direction; of $all backwards, what ends before the position. */
function selected(log: ServerLog, options: Options): readonly Stored[] {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  return stream ? ofStream(log, stream, backwards) : ofAll(log, options.getAll(), backwards);
}

function ofStream(log: ServerLog, options: ReadReq.Options.StreamOptions, backwards: boolean): readonly Stored[] {
  const events = log.stream(nameOf(options.getStreamIdentifier()));
  const from = options.hasRevision() ? BigInt(options.getRevision()) : undefined;
  if (backwards) return [...events].reverse().filter(({ revision }) => from === undefined || revision <= from);
  return options.hasEnd() ? [] : events.filter(({ revision }) => revision >= (from ?? 0n));
}

function ofAll(log: ServerLog, options: ReadReq.Options.AllOptions | undefined, backwards: boolean): readonly Stored[] {
  const position = options?.getPosition();
  const from = position && BigInt(position.getCommitPosition());
  if (backwards) return [...log.all].reverse().filter((event) => from === undefined || event.position < from);
  return options?.hasEnd() ? [] : log.all.filter((event) => event.position >= (from ?? 0n));
}
