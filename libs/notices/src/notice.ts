import type { Personal } from '#cases';
import type { NoticeFacts } from './events.js';

/** A notice as its events made it. */
export type Notice = { readonly status: 'not-requested' } | RequestedNotice;

export type RequestedNotice = NoticeStanding & { readonly known: KnownNotice };

export type NoticeStanding =
  | { readonly status: 'waiting' }
  | { readonly status: 'claimed'; readonly node: string; readonly start: string }
  | { readonly status: 'deferred'; readonly nextAttemptAt: string }
  | { readonly status: 'uncertain'; readonly nextAttemptAt: string }
  | { readonly status: 'handed-over' }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'bounced'; readonly code: string }
  /** Null where it never will be sent. */
  | { readonly status: 'held-back'; readonly until: string | null };

/** What a submitter is told of a case, or a person of the staff of many. */
export type KnownNotice = CaseNotice | DigestNotice;

export interface CaseNotice extends Readonly<NoticeFacts['NoticeRequested']>, Attempts {}

export interface DigestNotice extends Readonly<NoticeFacts['DigestRequested']>, Attempts {
  readonly kind: 'digest';
}

/** The case that it is about, or the person that it is for: the correlation id of its events, which names the keys that seal what it says. */
export const correlationOf = (notice: KnownNotice): string => (notice.kind === 'digest' ? notice.personId : notice.caseId);

interface Attempts {
  /** How often it was claimed. */
  readonly attempts: number;
  /** How often the relay broke off at the end of the message and may have it. */
  readonly brokenOff: number;
  /** The bytes that every attempt sends, once they were made. */
  readonly message: Personal | undefined;
  /** From when on it is tried; later than it was requested where it was held back. */
  readonly triedFrom: string;
}

export const notRequested: Notice = { status: 'not-requested' };

type OpenStatus = 'waiting' | 'held-back' | 'claimed' | 'deferred' | 'uncertain';

const open: Readonly<Record<Exclude<Notice['status'], 'held-back'>, boolean>> = {
  'not-requested': false,
  waiting: true,
  claimed: true,
  deferred: true,
  uncertain: true,
  'handed-over': false,
  failed: false,
  bounced: false,
};

/** Whether it is still to be sent. */
export const isOpen = (state: Notice): state is Extract<RequestedNotice, { status: OpenStatus }> =>
  state.status === 'held-back' ? state.until !== null : open[state.status];
