import type { CaseEvent, CaseFacts, Language, Personal } from '#cases';
import { beginStream, type EventLog, type Recorded } from '#event-log';
import {
  caseAfter,
  noticeIdOf,
  noticeKindsStream,
  noticesOf,
  noticeStream,
  notRequested,
  requestNotice,
  type Desk,
  type Draft,
  type NoticeKindIntroduced,
} from '#notices';
import type { Debt, ReactionDefinition } from './reaction.js';

interface NoticeRequests {
  readonly log: EventLog;
  /** Who speaks to the submitter, with the names as of now. */
  readonly desks: () => Readonly<Record<Language, Desk>>;
  /** Opens a sealed value; undefined if its key was destroyed. */
  readonly open: (value: Personal) => string | undefined;
  readonly now: () => string;
}

/** The types of events that a notice can tell of. Whether one does depends on the case. */
const causes = [
  'CaseReceived',
  'ReceiptDated',
  'TransferAccepted',
  'ClarificationAsked',
  'AnswerGiven',
  'DelayNoticeGiven',
  'ActionCompleted',
  'ReferredToExternalBody',
  'CaseClosed',
  'PromiseMade',
  'ReviewAnswered',
];

const inFlight = 16;

/** Asks, once for each event, that the submitter be told by e-mail. */
export function noticeRequests({ log, desks, open, now }: NoticeRequests): ReactionDefinition {
  const introducedAt = new Map<string, string>();

  const readKinds = async (): Promise<void> => {
    for await (const event of log.read(noticeKindsStream)) {
      introducedAt.set((event.data as NoticeKindIntroduced['data']).kind, event.metadata.recordedAt);
    }
  };

  /** True if it was requested, now or before. A kind introduced after the cause is not owed. */
  const request = async (draft: Draft, cause: Recorded): Promise<boolean> => {
    const since = introducedAt.get(draft.kind);
    if (since === undefined || cause.metadata.recordedAt < since) return false;
    const noticeId = noticeIdOf(cause.id, draft.kind);
    const requestedAt = now();
    const events = requestNotice({ noticeId, draft, requestedAt, open }, notRequested);
    if (events.length === 0) return false;
    await beginStream(log, noticeStream(noticeId), events, {
      actor: 'system',
      commandId: noticeId,
      correlationId: draft.caseId,
      causationId: cause.id,
      recordedAt: requestedAt,
    });
    return true;
  };

  const pay = async ({ stream, revision, since }: Debt): Promise<boolean> => {
    if ([...introducedAt.values()].every((introduced) => since < introduced)) return false; // nothing was told then
    const history: Recorded[] = [];
    for await (const event of log.read(stream)) history.push(event);
    const cause = history[revision];
    if (!cause) throw new Error('a notice is owed for an event that the log does not hold');
    const drafts = noticesOf(cause as Recorded & CaseEvent, caseAfter(history, cause), desks());
    const requested = await Promise.all(drafts.map((draft) => request(draft, cause)));
    return requested.includes(true);
  };

  return {
    name: 'notice-requests',
    version: 2,
    owes: Object.fromEntries(causes.map((type) => [type, (event: Recorded) => (mayTell(event) ? [event.id] : [])])),
    settles: { NoticeRequested: ({ metadata }) => (metadata.causationId === undefined ? [] : [metadata.causationId]) },

    async pay(debts) {
      await readKinds();
      const nothing: string[] = [];
      for (let next = 0; next < debts.length; next += inFlight) {
        const some = debts.slice(next, next + inFlight);
        const paid = await Promise.all(some.map(pay));
        nothing.push(...some.filter((_debt, index) => !paid[index]).map(({ key }) => key));
      }
      return nothing;
    },
  };
}

/** Most of what tells nobody anything is known at once, without reading the case: no address was left, or nothing but a date was counted. */
function mayTell({ type, data }: Recorded): boolean {
  if (type === 'CaseReceived') return (data as CaseFacts['CaseReceived']).contact?.email !== undefined;
  return type !== 'PromiseMade' || (data as CaseFacts['PromiseMade']).promise === 'review';
}
