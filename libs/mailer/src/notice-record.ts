import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable, OutcomeUnknown, WrongRevision, type Appended, type EventLog, type Recorded, type Revision } from '#event-log';
import { evolveNotice, notRequested, noticeStream, type Notice, type NoticeEvent } from '#notices';

const pause = 1_000;

/** A notice as the log holds it, and what this process adds to it. */
export class NoticeRecord {
  /** The last revision known of; at least this one stands in the log. */
  revision: Revision;
  state: Notice;
  private readonly stream: string;
  private readonly cause: string | undefined;
  private recordedAt: string;

  private constructor(
    private readonly log: EventLog,
    private readonly now: () => string,
    noticeId: string,
    past: readonly Recorded[],
  ) {
    const last = past.at(-1);
    this.stream = noticeStream(noticeId);
    this.revision = last?.revision ?? -1;
    this.state = past.reduce((before, event) => evolveNotice(before, event as Recorded & NoticeEvent), notRequested);
    this.cause = past[0]?.id;
    this.recordedAt = last?.metadata.recordedAt ?? '';
  }

  static async load(log: EventLog, noticeId: string, now: () => string): Promise<NoticeRecord> {
    const past: Recorded[] = [];
    for await (const event of log.read(noticeStream(noticeId))) past.push(event);
    return new NoticeRecord(log, now, noticeId, past);
  }

  /**
   * Writes down what happened, and does not rest before the log has it.
   * @param correlationId names the keys that seal it
   * @returns false if there is nothing to write, or if somebody else wrote first
   * @throws the signal's reason if the log was away until then
   */
  async write(events: readonly NoticeEvent[], correlationId: string, signal: AbortSignal): Promise<boolean> {
    if (events.length === 0) return false;
    try {
      const { revision } = await this.append(events, correlationId, signal);
      this.revision = revision;
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      this.revision += 1;
      return false;
    }
    this.state = events.reduce(evolveNotice, this.state);
    return true;
  }

  private async append(events: readonly NoticeEvent[], correlationId: string, signal: AbortSignal): Promise<Appended> {
    const now = this.now();
    this.recordedAt = now > this.recordedAt ? now : this.recordedAt; // never back within a stream
    const { cause, recordedAt } = this;
    // A command id of its own for each append: two senders with the same one would both be told that theirs stands there.
    const context = {
      actor: 'system',
      commandId: randomUUID(),
      correlationId,
      recordedAt,
      ...(cause !== undefined && { causationId: cause }),
    };
    for (;;) {
      try {
        return await this.log.append(this.stream, this.revision, events, context);
      } catch (error) {
        if (!(error instanceof LogUnavailable || error instanceof OutcomeUnknown)) throw error;
        await sleep(pause, undefined, { signal });
      }
    }
  }
}
