import { status, type ServerWritableStream, type StatusObject } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { admit, type Users } from './access.js';
import type { Faults } from './faults.js';
import type { ServerLog, Stored } from './log.js';
import { broken, cut, eventMessage, failure, nameOf, streamDeleted, streamIdentifier } from './messages.js';
import { Subscription } from './subscription.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

/** One call serves reads and subscriptions, of one stream or of all. */
export const readHandler = (log: ServerLog, faults: Faults, users: Users) => (call: Call) => {
  const options = call.request.getOptions();
  if (!options) return;
  const refused = admit(users, call.metadata, { all: options.hasAll() });
  if (refused) call.emit('error', refused);
  else if (options.hasSubscription()) subscribe(call, options, { log, faults });
  else read(call, options, { log, faults });
};

interface Serving {
  readonly log: ServerLog;
  readonly faults: Faults;
}

function subscribe(call: Call, options: Options, { log, faults }: Serving): void {
  const after = placeOf(options.getAll());
  if (after !== undefined && isInside(log, after)) {
    call.emit('error', failure(status.UNKNOWN, 'Exception was thrown by handler.'));
    return;
  }
  void new Subscription(call, options, log).run(faults);
}

function read(call: Call, options: Options, { log, faults }: Serving): void {
  const fault = faults.takeRead();
  if (fault === 'silent') return;
  if (fault) {
    call.emit('error', fault === 'internal' ? cut : broken);
    return;
  }
  const name = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  const refused = refusalOf(log, options, name);
  if (refused) {
    call.emit('error', refused);
    return;
  }
  if (name !== undefined && !log.exists(name)) call.write(notFound(name));
  else for (const event of selected(log, options).slice(0, Number(options.getCount()))) call.write(eventMessage(event));
  call.end();
}

function refusalOf(log: ServerLog, options: Options, name: string | undefined): Partial<StatusObject> | undefined {
  if (name !== undefined) {
    if (log.isDeleted(name)) return streamDeleted(name);
    return Number(options.getCount()) === 0 ? unexpected('ReadStreamResult') : undefined;
  }
  const place = placeOf(options.getAll());
  if (place === undefined) return undefined;
  return (isBackwards(options) ? log.isBeyond(place) : isInside(log, place)) ? unexpected('ReadAllResult') : undefined;
}

const isInside = (log: ServerLog, place: bigint): boolean => !log.isBoundary(place) && !log.isBeyond(place);

/** What the server says of a place that is none, or of nothing that is asked for. */
const unexpected = (what: string): Partial<StatusObject> => failure(status.UNKNOWN, `Unexpected ${what}: Error`);

function notFound(name: string): ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(streamIdentifier(name));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
}

/** Inclusive, in the asked direction; of $all backwards, what ends before the position. */
function selected(log: ServerLog, options: Options): readonly Stored[] {
  const stream = options.getStream();
  return stream ? ofStream(log, stream, isBackwards(options)) : ofAll(log, options.getAll(), isBackwards(options));
}

function ofStream(log: ServerLog, options: ReadReq.Options.StreamOptions, backwards: boolean): readonly Stored[] {
  const events = log.stream(nameOf(options.getStreamIdentifier()));
  const from = options.hasRevision() ? BigInt(options.getRevision()) : undefined;
  if (backwards) return [...events].reverse().filter(({ revision }) => from === undefined || revision <= from);
  return options.hasEnd() ? [] : events.filter(({ revision }) => revision >= (from ?? 0n));
}

function ofAll(log: ServerLog, options: ReadReq.Options.AllOptions | undefined, backwards: boolean): readonly Stored[] {
  const from = placeOf(options);
  if (backwards) return [...log.all].reverse().filter((event) => from === undefined || event.position < from);
  return options?.hasEnd() ? [] : log.all.filter((event) => event.position >= (from ?? 0n));
}

const isBackwards = (options: Options): boolean => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

function placeOf(options: ReadReq.Options.AllOptions | undefined): bigint | undefined {
  const position = options?.getPosition();
  return position && BigInt(position.getCommitPosition());
}
