import type { EventLog, Recorded } from '#event-log';
import { evolveNotice, isOpen, notRequested, type Notice, type NoticeEvent } from '#notices';

/** A notice that would go out if mail were released. */
export interface WaitingMail {
  readonly noticeId: string;
  readonly kind: string;
  /** Of the case that it is about; none of a digest. */
  readonly reference: string | null;
  readonly requestedAt: string;
  /** `waiting`, `claimed`, `deferred` or `uncertain`; the last three may have reached somebody already. */
  readonly status: string;
}

/** Every notice that the log says is still to be sent, oldest first. */
export async function waitingMail(log: EventLog): Promise<readonly WaitingMail[]> {
  const notices = new Map<string, Notice>();
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    if (!event.stream.startsWith('notice-') || event.unreadable !== undefined || event.type === 'NoticeKindIntroduced') continue;
    const notice = evolveNotice(notices.get(event.stream) ?? notRequested, event as Recorded & NoticeEvent);
    if (isOpen(notice)) notices.set(event.stream, notice);
    else notices.delete(event.stream);
  }
  return [...notices.values()].flatMap((notice) => {
    if (!isOpen(notice)) return [];
    const { noticeId, kind, requestedAt } = notice.known;
    const reference = notice.known.kind === 'digest' ? null : notice.known.reference;
    return [{ noticeId, kind, reference, requestedAt, status: notice.status }];
  });
}
