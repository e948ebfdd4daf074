import { type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerLog } from './log.js';
import { nameOf } from './messages.js';

/** As an operator deletes: nobody else does. */
export const deleteHandler = (log: ServerLog) => (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) => {
  const place = new streams.DeleteResp.Position();
  setPlace(place, log.softDelete(nameOf(call.request.getOptions()?.getStreamIdentifier())));
  const response = new streams.DeleteResp();
  response.setPosition(place);
  answer(null, response);
};

export const tombstoneHandler =
  (log: ServerLog) => (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>) => {
    const place = new streams.TombstoneResp.Position();
    setPlace(place, log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier())));
    const response = new streams.TombstoneResp();
    response.setPosition(place);
    answer(null, response);
  };

interface Place {
  setCommitPosition(position: string): unknown;
  setPreparePosition(position: string): unknown;
}

function setPlace(place: Place, position: bigint): void {
  place.setCommitPosition(position.toString());
  place.setPreparePosition(position.toString());
}
