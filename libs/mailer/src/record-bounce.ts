import { WrongRevision, type EventLog, type Recorded } from '#event-log';
import { bounceNotice, noticeStream, replayNotice, type NoticeEvent } from '#notices';

/** A mail that came back, as a person found it. */
export interface Bounce {
  readonly noticeId: string;
  /** Why. A reply of a relay, as in `550 5.1.1`, or a word; never an address. */
  readonly code: string;
  readonly actor: string;
  readonly commandId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const attempts = 3;

/**
 * Writes down that a mail came back: it was not delivered, whatever the relay said. Once is enough.
 * @returns false if it was never handed to a relay, so that it cannot have come back
 */
export async function recordBounce(log: EventLog, bounce: Bounce): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(log, bounce);
    } catch (error) {
      if (!(error instanceof WrongRevision) || attempt === attempts) throw error;
    }
  }
}

async function once(log: EventLog, { noticeId, code, actor, commandId, at }: Bounce): Promise<boolean> {
  const past: Recorded[] = [];
  for await (const event of log.read(noticeStream(noticeId))) past.push(event);
  const [requested, last] = [past[0], past.at(-1)];
  if (!requested || !last) return false;
  const state = replayNotice(past as unknown as NoticeEvent[]);
  const events = bounceNotice(code, state);
  if (events.length === 0) return state.status === 'bounced';
  const { recordedAt } = last.metadata;
  await log.append(noticeStream(noticeId), last.revision, events, {
    actor,
    commandId,
    correlationId: requested.metadata.correlationId,
    causationId: requested.id,
    recordedAt: at > recordedAt ? at : recordedAt, // never back within a stream
  });
  return true;
}
