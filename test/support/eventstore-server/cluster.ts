import { randomUUID } from 'node:crypto';
import type { sendUnaryData } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { uuid } from './messages.js';

/** What the server can do, asked by the client before its first append. */
export function supportedMethods(_: unknown, answer: sendUnaryData<SupportedMethods>): void {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('24.10.0');
  for (const name of ['read', 'append', 'batchappend']) {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    supported.addMethods(method);
  }
  answer(null, supported);
}

/** A cluster of one, which leads; asked by a client with `esdb+discover://`. */
export const clusterInfo = (port: () => number) => (_: unknown, answer: sendUnaryData<ClusterInfo>) => {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress('127.0.0.1');
  endPoint.setPort(port());
  const member = new gossip.MemberInfo();
  member.setInstanceId(uuid(randomUUID()));
  member.setTimeStamp((BigInt(Date.now()) * 10_000n).toString());
  member.setState(gossip.MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const cluster = new gossip.ClusterInfo();
  cluster.addMembers(member);
  answer(null, cluster);
};
