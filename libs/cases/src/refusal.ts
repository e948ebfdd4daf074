/** Every reason for which the domain says no. The HTTP status is the edge's business. */
export const refusalCodes = [
  'case-not-found',
  'case-already-received',
  'case-closed',
  'case-not-closed',
  'case-in-transfer',
  'case-not-in-transfer',
  'case-not-in-triage',
  'case-in-triage',
  'clarification-outstanding',
  'clarification-not-asked',
  'already-with-that-board',
  'answer-required',
  'no-answer-to-rate',
  'rating-by-who-answered',
  'rated-by-submitter',
  'no-answer-to-review',
  'no-review-promised',
  'already-reviewed',
  'review-under-way',
  'review-not-requested',
  'review-by-who-answered',
  'referral-required',
  'action-required',
  'nothing-promised',
  'delay-notice-too-late',
  'new-date-not-later',
  'new-date-too-late',
  'no-extension-left',
  'action-not-planned',
  'action-already-planned',
  'secrecy-not-marked',
  'secrecy-not-suspected',
  'secrecy-basis-required',
  'clock-in-doubt',
  'date-outside-the-calendar',
  'acknowledgement-in-the-future',
  'acknowledgement-before-receipt',
  'receipt-date-in-the-future',
  'reply-date-in-the-past',
  'reply-date-too-late',
  'action-date-in-the-past',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A rule of the domain said no. */
export class Refusal extends Error {
  /** @param field what was asked that cannot be, where it is one thing */
  constructor(
    readonly code: RefusalCode,
    readonly field?: string,
  ) {
    super(code);
  }
}
