import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Ending, Faults } from './faults.js';
import type { ServerLog, Stored } from './log.js';
import { cut, eventMessage, failure } from './messages.js';

/** So many events are looked at before a subscriber hears how far the server has got, if none of them was for it. */
const searchWindow = 32;

/** Sends what was and what will be appended, only as fast as the subscriber reads, and holds nothing for it but its place. */
export class Subscription {
  private readonly over = new AbortController();
  private stalled = false;
  private next: number;
  private unseen = 0;
  private readonly wanted;

  constructor(
    private readonly call: ServerWritableStream<ReadReq, ReadResp>,
    options: ReadReq.Options,
    private readonly log: ServerLog,
  ) {
    this.next = firstAfter(log, options);
    this.wanted = filterOf(options);
  }

  async run(faults: Faults): Promise<void> {
    const forget = faults.subscribed((ending) => this.end(ending));
    for (const event of ['cancelled', 'close']) this.call.on(event, () => this.over.abort());
    await this.send(confirmation());
    await this.sendWaiting();
    // Sometimes at once, so that it overtakes what the client has not handed on; sometimes after a while.
    if (faults.chance.next() < 0.5)
      await sleep(faults.chance.between(0, 10), undefined, { signal: this.over.signal }).catch(() => undefined);
    await this.send(caughtUp());
    while (!this.over.signal.aborted) {
      await this.sendWaiting();
      if (this.next < this.log.all.length && !this.stalled) continue;
      await once(this.log, 'appended', { signal: this.over.signal }).catch(() => undefined);
    }
    forget();
  }

  private end(ending: Ending): void {
    if (ending === 'stalled') {
      this.stalled = true;
      return;
    }
    this.over.abort();
    if (ending === 'ended') this.call.end();
    else if (ending === 'internal') this.call.emit('error', cut);
    else this.call.emit('error', failure(ending === 'cancelled' ? status.CANCELLED : status.UNAVAILABLE, ending));
  }

  private async sendWaiting(): Promise<void> {
    for (let event = this.log.all[this.next]; event && !this.stalled; event = this.log.all[this.next]) {
      if (this.over.signal.aborted) return;
      this.next += 1;
      this.unseen = this.wanted(event) ? 0 : this.unseen + 1;
      if (this.unseen === 0) await this.send(eventMessage(event));
      if (this.unseen < searchWindow) continue;
      this.unseen = 0;
      await this.send(checkpoint(event));
    }
  }

  private async send(message: ReadResp): Promise<void> {
    if (this.over.signal.aborted || this.stalled || this.call.write(message)) return;
    await once(this.call, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }
}

function firstAfter(log: ServerLog, options: ReadReq.Options): number {
  const all = options.getAll();
  if (all?.hasEnd()) return log.all.length;
  const after = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : -1n;
  const index = log.all.findIndex(({ position }) => position > after);
  return index < 0 ? log.all.length : index;
}

function filterOf(options: ReadReq.Options): (event: Stored) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.hasStreamIdentifier();
  const expression = byStream ? filter.getStreamIdentifier() : filter.getEventType();
  const regex = new RegExp(expression?.getRegex() ?? '');
  const prefixes = expression?.getPrefixList() ?? [];
  return ({ stream, type }) => {
    const name = byStream ? stream : type;
    return prefixes.length > 0 ? prefixes.some((prefix) => name.startsWith(prefix)) : regex.test(name);
  };
}

function confirmation(): ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(randomUUID());
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

function caughtUp(): ReadResp {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
}

function checkpoint({ position }: Stored): ReadResp {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(position.toString());
  reached.setPreparePosition(position.toString());
  const response = new streams.ReadResp();
  response.setCheckpoint(reached);
  return response;
}
