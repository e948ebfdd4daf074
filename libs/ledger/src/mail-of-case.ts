import type { EventLog, Recorded } from '#event-log';
import { noticeStream, replayNotice, type NoticeEvent, type NoticeFacts, type NoticeKind } from '#notices';
import { toldIn } from './promise-facts.js';
import { tellingNotices } from './telling-notices.js';

/** How a mail of a case stands. */
export type MailStanding =
  | { readonly status: 'on-its-way' | 'sent' }
  /** It does not get through: refused, given up, or come back. */
  | { readonly status: 'not-through'; readonly code: string }
  | { readonly status: 'held-back'; readonly reason: NoticeFacts['NoticeHeldBack']['reason']; readonly until: string | null };

export type MailOfCase = MailStanding & {
  readonly kind: NoticeKind;
  /** The event that it tells of. */
  readonly telling: string;
  /** Since when it stands so. ISO 8601. */
  readonly since: string;
};

/** The mails of a case in the order of what they tell of, each as it stands now, straight from the log. */
export async function mailOfCase(log: EventLog, caseId: string): Promise<readonly MailOfCase[]> {
  const events = await readable(log, `case-${caseId}`);
  const [first] = events;
  if (!first) return [];
  const found = await Promise.all(
    tellingNotices(events, toldIn(first)).map(async ({ noticeId, kind, telling }) => {
      const history = await readable(log, noticeStream(noticeId));
      const last = history.at(-1);
      return last ? [{ kind, telling, since: last.metadata.recordedAt, ...standingOf(history) }] : [];
    }),
  );
  return found.flat();
}

function standingOf(history: readonly Recorded[]): MailStanding {
  const notice = replayNotice(history as unknown as NoticeEvent[]);
  const held = history.findLast(({ type }) => type === 'NoticeHeldBack')?.data as NoticeFacts['NoticeHeldBack'] | undefined;
  if (notice.status === 'failed' || notice.status === 'bounced') return { status: 'not-through', code: notice.code };
  if (notice.status === 'held-back') return { status: 'held-back', reason: held?.reason ?? 'address-cap', until: notice.until };
  return { status: notice.status === 'handed-over' ? 'sent' : 'on-its-way' };
}

async function readable(log: EventLog, stream: string): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for await (const event of log.read(stream)) {
    if (event.unreadable !== undefined) break;
    events.push(event);
  }
  return events;
}
