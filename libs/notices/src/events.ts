import type { Language, Personal } from '#cases';
import type { introducedKinds, NoticeKind } from './notice-kinds.js';

/** Everything that can happen to a notice, by name; the stream is `notice-<notice id>`. Instants are ISO 8601, UTC. */
export interface NoticeFacts {
  NoticeRequested: {
    noticeId: string;
    caseId: string;
    reference: string;
    kind: NoticeKind;
    language: Language;
    automatic: boolean;
    requestedAt: string;
    to: Personal;
    /** `Values` as JSON. */
    values: Personal;
  };
  /** A person of the staff shall be told in the morning of a working day what was observed of promises. */
  DigestRequested: {
    noticeId: string;
    personId: string;
    /** As `2026-12-07`. */
    day: string;
    requestedAt: string;
    to: Personal;
    /** `DigestValues` as JSON. */
    values: Personal;
  };
  /** A sender took it on itself to send it. The first claim holds the very bytes that every attempt sends. */
  NoticeClaimed: { node: string; start: string; attempt: number; message?: Personal };
  /** The relay said 250: it answers for it now. */
  NoticeHandedOver: { response: string; queueId?: string; at: string };
  NoticeDeferred: { code: string; nextAttemptAt: string };
  /** Nobody can say whether the relay has it (RFC 1047): the connection broke at the end of the message, or the sender died. */
  NoticeUncertain: { why: 'broken-off' | 'claim-abandoned'; nextAttemptAt: string };
  NoticeFailed: { code: string };
  /** The relay had it, and it came back. A bounced notice was not delivered. */
  NoticeBounced: { code: string };
  /** It would have been one too many without a person acting: it waits, since when and until when; null where version 1 dropped it, or it is a second one of a case. */
  NoticeHeldBack: { reason: 'address-cap' | 'domain-cap' | 'hour-cap' | 'case-cap'; until: string | null; since: string | null };
}

export type NoticeEvent = {
  [Type in keyof NoticeFacts]: { readonly type: Type; readonly data: Readonly<NoticeFacts[Type]> };
}[keyof NoticeFacts];

/** From here on a kind of notice is owed; what happened before causes none. In the stream `notice-kinds`. */
export interface NoticeKindIntroduced {
  readonly type: 'NoticeKindIntroduced';
  readonly data: { readonly kind: (typeof introducedKinds)[number] };
}
