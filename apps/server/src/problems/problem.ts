import type { RefusalCode } from '#cases';
import type { Board } from '#organisation';

/** A problem document, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What the caller can do about it; never what went on inside. */
  readonly detail?: string;
  /** The fields that were wrong, by name; of a text that is too long also how long it is, and how long it may be. */
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly length?: number; readonly max?: number }[];
  /** Finds the request in the log of the server. */
  readonly requestId?: string;
}

/** A reason to refuse that the edge itself finds. */
export class RequestProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly errors?: Problem['errors'],
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}

/** A board was named that is no more, and another has its cases. */
export class BoardEnded extends RequestProblem {
  constructor(
    readonly ended: Board,
    readonly successor: Board,
  ) {
    super(422, 'board-ended', [{ field: 'board', code: 'ended' }]);
  }
}

/** What the domain's refusals are in HTTP. A new code does not compile until it stands here. */
export const statusOf: Record<RefusalCode, number> = {
  'case-not-found': 404,
  'case-already-received': 409,
  'case-closed': 409,
  'case-not-closed': 409,
  'case-in-transfer': 409,
  'case-not-in-transfer': 409,
  'case-not-in-triage': 409,
  'case-in-triage': 409,
  'clarification-outstanding': 409,
  'clarification-not-asked': 409,
  'already-with-that-board': 409,
  'answer-required': 409,
  'nothing-promised': 409,
  'delay-notice-too-late': 409,
  'new-date-not-later': 422,
  'new-date-too-late': 422,
  'no-extension-left': 409,
  'action-not-planned': 404,
  'no-answer-to-rate': 409,
  'rating-by-who-answered': 409,
  'rated-by-submitter': 409,
  'no-answer-to-review': 409,
  'no-review-promised': 409,
  'already-reviewed': 409,
  'review-under-way': 409,
  'review-not-requested': 409,
  'review-by-who-answered': 409,
  'action-already-planned': 409,
  'secrecy-not-marked': 409,
  'secrecy-not-suspected': 409,
  'receipt-date-in-the-future': 422,
  'reply-date-in-the-past': 422,
  'reply-date-too-late': 422,
  'action-date-in-the-past': 422,
  'date-outside-the-calendar': 422,
  'clock-in-doubt': 503,
  'secrecy-basis-required': 409,
  'referral-required': 409,
  'action-required': 409,
  'acknowledgement-in-the-future': 422,
  'acknowledgement-before-receipt': 422,
};

export const problem = (status: number, code: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:synpunkter:problem:${code}`,
  title: code.replaceAll('-', ' '),
  status,
  ...more,
});
